@role-matrix
Feature: who may find tasks
  The minimum role is read-only: nobody needs more to look.

  Rule: Every role may list all tasks

    @task.get_all.role
    Scenario Outline: get_all as <role>
      Given I am <role>
      When I call get_all
      Then the call succeeds

      Examples:
        | role           |
        | read-only      |
        | vm-operator    |
        | vm-admin       |
        | vm-power-admin |
        | pool-operator  |
        | pool-admin     |

  Rule: Every role may read the records of all tasks

    @task.get_all_records.role
    Scenario Outline: get_all_records as <role>
      Given I am <role>
      When I call get_all_records
      Then the call succeeds

      Examples:
        | role           |
        | read-only      |
        | vm-operator    |
        | vm-admin       |
        | vm-power-admin |
        | pool-operator  |
        | pool-admin     |

  Rule: Every role may call get_record

    @task.get_record.role
    Scenario Outline: get_record as <role>
      Given I am <role>
      And a task of mine
      When I call get_record
      Then the call succeeds

      Examples:
        | role           |
        | read-only      |
        | vm-operator    |
        | vm-admin       |
        | vm-power-admin |
        | pool-operator  |
        | pool-admin     |

  Rule: Every role may call get_by_uuid

    @task.get_by_uuid.role
    Scenario Outline: get_by_uuid as <role>
      Given I am <role>
      And a task of mine
      When I call get_by_uuid
      Then the call succeeds

      Examples:
        | role           |
        | read-only      |
        | vm-operator    |
        | vm-admin       |
        | vm-power-admin |
        | pool-operator  |
        | pool-admin     |

  Rule: Every role may call get_by_name_label

    @task.get_by_name_label.role
    Scenario Outline: get_by_name_label as <role>
      Given I am <role>
      And a task of mine
      When I call get_by_name_label
      Then the call succeeds

      Examples:
        | role           |
        | read-only      |
        | vm-operator    |
        | vm-admin       |
        | vm-power-admin |
        | pool-operator  |
        | pool-admin     |
