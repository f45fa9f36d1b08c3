Feature: roles of task.create
  The minimum role is read-only, so whoever can log in may create a task.

  Rule: Every role may create a task

    @task.create.role
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
