@role-matrix
Feature: who may make and end a task
  The minimum role is read-only: whoever can log in may make tasks and end the own ones.

  Rule: Every role may create a task

    @task.create.role @makes-tasks
    Scenario Outline: create as <role>
      Given I am <role>
      When I call create
      Then the call succeeds

      Examples:
        | role           |
        | read-only      |
        | vm-operator    |
        | vm-admin       |
        | vm-power-admin |
        | pool-operator  |
        | pool-admin     |

  Rule: Every role may call cancel on its own task

    @task.cancel.role @uses-up-a-task
    Scenario Outline: cancel as <role>
      Given I am <role>
      And a task of mine
      And I note how it is
      When I call cancel
      Then the call succeeds, or is refused as OPERATION_NOT_ALLOWED with nothing changed

      Examples:
        | role           |
        | read-only      |
        | vm-operator    |
        | vm-admin       |
        | vm-power-admin |
        | pool-operator  |
        | pool-admin     |

  Rule: Every role may call destroy on its own task

    @task.destroy.role @uses-up-a-task
    Scenario Outline: destroy as <role>
      Given I am <role>
      And a task of mine
      When I call destroy
      Then the call succeeds

      Examples:
        | role           |
        | read-only      |
        | vm-operator    |
        | vm-admin       |
        | vm-power-admin |
        | pool-operator  |
        | pool-admin     |
