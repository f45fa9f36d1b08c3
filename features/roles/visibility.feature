Feature: who sees a task
  Tasks are no secret: everybody sees the tasks of everybody.

  Rule: A task is listed and readable for every role, whoever made it

    @task.visibility
    Scenario Outline: a task of <maker> as seen by <role>
      Given I am <role>
      And a task made by <maker>
      When I list all tasks
      Then the answer contains it
      When I read its record
      Then the call succeeds

      Examples:
        | role           | maker      |
        | read-only      | pool-admin |
        | vm-operator    | pool-admin |
        | vm-admin       | pool-admin |
        | vm-power-admin | pool-admin |
        | pool-operator  | pool-admin |
        | pool-admin     | read-only  |
