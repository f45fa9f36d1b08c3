@role-matrix
Feature: who may write into a task
  The minimum role is read-only: whoever made a task may say how it stands.

  Rule: Every role may call set_status on its own task

    @task.set_status.role
    Scenario Outline: set_status as <role>
      Given I am <role>
      And a task of mine
      When I call set_status
      Then the call succeeds

      Examples:
        | role           |
        | read-only      |
        | vm-operator    |
        | vm-admin       |
        | vm-power-admin |
        | pool-operator  |
        | pool-admin     |

  Rule: Every role may call set_progress on its own task

    @task.set_progress.role
    Scenario Outline: set_progress as <role>
      Given I am <role>
      And a task of mine
      When I call set_progress
      Then the call succeeds

      Examples:
        | role           |
        | read-only      |
        | vm-operator    |
        | vm-admin       |
        | vm-power-admin |
        | pool-operator  |
        | pool-admin     |

  Rule: Every role may call set_result on its own task

    @task.set_result.role
    Scenario Outline: set_result as <role>
      Given I am <role>
      And a task of mine
      When I call set_result
      Then the call succeeds

      Examples:
        | role           |
        | read-only      |
        | vm-operator    |
        | vm-admin       |
        | vm-power-admin |
        | pool-operator  |
        | pool-admin     |

  Rule: Every role may call set_error_info on its own task

    @task.set_error_info.role
    Scenario Outline: set_error_info as <role>
      Given I am <role>
      And a task of mine
      When I call set_error_info
      Then the call succeeds

      Examples:
        | role           |
        | read-only      |
        | vm-operator    |
        | vm-admin       |
        | vm-power-admin |
        | pool-operator  |
        | pool-admin     |
