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

  Rule: Every reader of a task reads what was written last

    @task.same_in_sessions
    Scenario: a task as another session reads it, before and after a change
      Given a task of mine
      When I read its record
      Then another session reads what I read and lists it
      When I change all that I may of it
      Then another session reads what I read, also among all

    @task.same_over_wires
    Scenario: a task as another wire reads it, before and after a change
      Given a task of mine
      When I read its record
      Then another wire reads what I read and lists it
      When I change all that I may of it
      Then another wire reads what I read, also among all

    @task.same_for_roles
    Scenario: a task as read-only reads it, before and after a change
      Given a task of mine
      When I read its record
      Then read-only reads what I read and lists it
      When I change all that I may of it
      Then read-only reads what I read, also among all

    @task.same_each_time
    Scenario: results as read-only reads them, each right after it was set
      Given a task of mine
      When I read its result
      Then the call succeeds
      And read-only reads each of four results as I set it
