@role-matrix
Feature: who may read a task
  The minimum role is read-only: nobody needs more to read any field.

  Rule: Every role may call get_allowed_operations

    @task.get_allowed_operations.role
    Scenario Outline: get_allowed_operations as <role>
      Given I am <role>
      And a task of mine
      When I call get_allowed_operations
      Then the call succeeds

      Examples:
        | role           |
        | read-only      |
        | vm-operator    |
        | vm-admin       |
        | vm-power-admin |
        | pool-operator  |
        | pool-admin     |

  Rule: Every role may call get_backtrace

    @task.get_backtrace.role
    Scenario Outline: get_backtrace as <role>
      Given I am <role>
      And a task of mine
      When I call get_backtrace
      Then the call succeeds

      Examples:
        | role           |
        | read-only      |
        | vm-operator    |
        | vm-admin       |
        | vm-power-admin |
        | pool-operator  |
        | pool-admin     |

  Rule: Every role may call get_created

    @task.get_created.role
    Scenario Outline: get_created as <role>
      Given I am <role>
      And a task of mine
      When I call get_created
      Then the call succeeds

      Examples:
        | role           |
        | read-only      |
        | vm-operator    |
        | vm-admin       |
        | vm-power-admin |
        | pool-operator  |
        | pool-admin     |

  Rule: Every role may call get_current_operations

    @task.get_current_operations.role
    Scenario Outline: get_current_operations as <role>
      Given I am <role>
      And a task of mine
      When I call get_current_operations
      Then the call succeeds

      Examples:
        | role           |
        | read-only      |
        | vm-operator    |
        | vm-admin       |
        | vm-power-admin |
        | pool-operator  |
        | pool-admin     |

  Rule: Every role may call get_error_info

    @task.get_error_info.role
    Scenario Outline: get_error_info as <role>
      Given I am <role>
      And a task of mine
      When I call get_error_info
      Then the call succeeds

      Examples:
        | role           |
        | read-only      |
        | vm-operator    |
        | vm-admin       |
        | vm-power-admin |
        | pool-operator  |
        | pool-admin     |

  Rule: Every role may call get_finished

    @task.get_finished.role
    Scenario Outline: get_finished as <role>
      Given I am <role>
      And a task of mine
      When I call get_finished
      Then the call succeeds

      Examples:
        | role           |
        | read-only      |
        | vm-operator    |
        | vm-admin       |
        | vm-power-admin |
        | pool-operator  |
        | pool-admin     |

  Rule: Every role may call get_name_description

    @task.get_name_description.role
    Scenario Outline: get_name_description as <role>
      Given I am <role>
      And a task of mine
      When I call get_name_description
      Then the call succeeds

      Examples:
        | role           |
        | read-only      |
        | vm-operator    |
        | vm-admin       |
        | vm-power-admin |
        | pool-operator  |
        | pool-admin     |

  Rule: Every role may call get_name_label

    @task.get_name_label.role
    Scenario Outline: get_name_label as <role>
      Given I am <role>
      And a task of mine
      When I call get_name_label
      Then the call succeeds

      Examples:
        | role           |
        | read-only      |
        | vm-operator    |
        | vm-admin       |
        | vm-power-admin |
        | pool-operator  |
        | pool-admin     |

  Rule: Every role may call get_other_config

    @task.get_other_config.role
    Scenario Outline: get_other_config as <role>
      Given I am <role>
      And a task of mine
      When I call get_other_config
      Then the call succeeds

      Examples:
        | role           |
        | read-only      |
        | vm-operator    |
        | vm-admin       |
        | vm-power-admin |
        | pool-operator  |
        | pool-admin     |

  Rule: Every role may call get_progress

    @task.get_progress.role
    Scenario Outline: get_progress as <role>
      Given I am <role>
      And a task of mine
      When I call get_progress
      Then the call succeeds

      Examples:
        | role           |
        | read-only      |
        | vm-operator    |
        | vm-admin       |
        | vm-power-admin |
        | pool-operator  |
        | pool-admin     |

  Rule: Every role may call get_resident_on

    @task.get_resident_on.role
    Scenario Outline: get_resident_on as <role>
      Given I am <role>
      And a task of mine
      When I call get_resident_on
      Then the call succeeds

      Examples:
        | role           |
        | read-only      |
        | vm-operator    |
        | vm-admin       |
        | vm-power-admin |
        | pool-operator  |
        | pool-admin     |

  Rule: Every role may call get_result

    @task.get_result.role
    Scenario Outline: get_result as <role>
      Given I am <role>
      And a task of mine
      When I call get_result
      Then the call succeeds

      Examples:
        | role           |
        | read-only      |
        | vm-operator    |
        | vm-admin       |
        | vm-power-admin |
        | pool-operator  |
        | pool-admin     |

  Rule: Every role may call get_status

    @task.get_status.role
    Scenario Outline: get_status as <role>
      Given I am <role>
      And a task of mine
      When I call get_status
      Then the call succeeds

      Examples:
        | role           |
        | read-only      |
        | vm-operator    |
        | vm-admin       |
        | vm-power-admin |
        | pool-operator  |
        | pool-admin     |

  Rule: Every role may call get_subtask_of

    @task.get_subtask_of.role
    Scenario Outline: get_subtask_of as <role>
      Given I am <role>
      And a task of mine
      When I call get_subtask_of
      Then the call succeeds

      Examples:
        | role           |
        | read-only      |
        | vm-operator    |
        | vm-admin       |
        | vm-power-admin |
        | pool-operator  |
        | pool-admin     |

  Rule: Every role may call get_subtasks

    @task.get_subtasks.role
    Scenario Outline: get_subtasks as <role>
      Given I am <role>
      And a task of mine
      When I call get_subtasks
      Then the call succeeds

      Examples:
        | role           |
        | read-only      |
        | vm-operator    |
        | vm-admin       |
        | vm-power-admin |
        | pool-operator  |
        | pool-admin     |

  Rule: Every role may call get_type

    @task.get_type.role
    Scenario Outline: get_type as <role>
      Given I am <role>
      And a task of mine
      When I call get_type
      Then the call succeeds

      Examples:
        | role           |
        | read-only      |
        | vm-operator    |
        | vm-admin       |
        | vm-power-admin |
        | pool-operator  |
        | pool-admin     |

  Rule: Every role may call get_uuid

    @task.get_uuid.role
    Scenario Outline: get_uuid as <role>
      Given I am <role>
      And a task of mine
      When I call get_uuid
      Then the call succeeds

      Examples:
        | role           |
        | read-only      |
        | vm-operator    |
        | vm-admin       |
        | vm-power-admin |
        | pool-operator  |
        | pool-admin     |
