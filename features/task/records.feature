Feature: tasks as a whole
  All tasks as a list or with their records, and the record of one task. Other tasks come and go
  meanwhile, so a client looks for its own.

  Rule: get_all answers with a list of task references

    @task.get_all.published @task.get_all.parameters @task.get_all.result
    Scenario: calling get_all
      Given a task of mine
      When I call get_all
      Then the call succeeds
      And the answer is of type task ref set

  Rule: get_all_records answers with a map from task references to records

    @task.get_all_records.published @task.get_all_records.parameters @task.get_all_records.result
    Scenario: calling get_all_records
      Given a task of mine
      When I call get_all_records
      Then the call succeeds
      And the answer is of type (task ref → task record) map

  Rule: get_record answers with a record that has every field of the class, each of its type

    @task.get_record.published @task.get_record.parameters @task.get_record.result
    Scenario: calling get_record
      Given a task of mine
      When I call get_record
      Then the call succeeds
      And the answer is of type task record

  Rule: A task that exists is listed

    @task.published
    Scenario: listing a pending task
      Given a task of mine
      When I list all tasks
      Then the call succeeds
      And the answer contains it

    @task.get_all.effect @many-tasks
    Scenario: listing ten pending tasks
      Given ten tasks of mine
      When I list all tasks
      Then the call succeeds
      And the answer contains all of them

    @task.get_all.completed
    Scenario: listing a task that ended as success
      Given a task of mine that ended as success
      When I list all tasks
      Then the call succeeds
      And the answer contains it

  Rule: A task that exists is among all records, and its record there is correct

    @task.get_all_records.effect @many-tasks
    Scenario: all records with ten pending tasks
      Given ten tasks of mine
      When I call get_all_records
      Then the call succeeds
      And the answer contains all of them

    @task.get_all_records.agrees
    Scenario: a record among all records and the getters, before and after a change
      Given a task of mine
      When I call get_all_records
      And I set its progress to 0.75
      And I call get_all_records
      Then the answer contains it
      And the answer agrees with its getters

  Rule: Each field of a record is what its getter gives

    @task.get_record.effect
    Scenario: the record of a fresh task and its getters
      Given a task of mine
      When I read its record
      Then the call succeeds
      And the answer agrees with its getters

    @task.get_record.fresh
    Scenario: the record of a changed task and its getters
      Given a task of mine
      And I set its progress to 0.25
      And I set its result to "so far"
      And I set its other_config to:
        | colour | green |
      When I read its record
      Then the call succeeds
      And the answer agrees with its getters

  Rule: A record that was read before shows each change

    @task.get_record.again
    Scenario Outline: the record before and after a change of <field>
      Given a task of mine
      When I read its record
      And I set its <field> to <value>
      And I read its record
      Then its <field> is as in its record

      Examples:
        | field        | value               |
        | progress     | 0.6875              |
        | result       | "read after that"   |
        | error_info   | "KIT_READ_AFTER"    |
        | other_config | "read after that"   |

  Rule: Every operation that a task shows is cancel or destroy

    @task_allowed_operations.closed
    Scenario: the allowed_operations of a pending task
      Given a task of mine
      When I read its allowed_operations
      Then the call succeeds
      And the answer is of type enum task_allowed_operations set

    @task_allowed_operations.closed @uses-up-a-task
    Scenario: the current_operations of a cancelled task
      Given a task of mine
      And I note how it is
      When I cancel it
      Then the call succeeds, or is refused as OPERATION_NOT_ALLOWED with nothing changed
      When I read its current_operations
      Then the answer is of type (string → enum task_allowed_operations) map

  Rule: A parameter too many, and an invalid session, make get_all fail

    @task.get_all.count
    Scenario: get_all with a parameter too many
      Given a task of mine
      When I call get_all with a parameter too many
      Then the call is refused as MESSAGE_PARAMETER_COUNT_MISMATCH

    @task.get_all.session
    Scenario: get_all in an unknown session
      Given a task of mine
      When I call get_all in an unknown session
      Then the call is refused as SESSION_INVALID

  Rule: A parameter too many, and an invalid session, make get_all_records fail

    @task.get_all_records.count
    Scenario: get_all_records with a parameter too many
      Given a task of mine
      When I call get_all_records with a parameter too many
      Then the call is refused as MESSAGE_PARAMETER_COUNT_MISMATCH

    @task.get_all_records.session
    Scenario: get_all_records in an unknown session
      Given a task of mine
      When I call get_all_records in an unknown session
      Then the call is refused as SESSION_INVALID

  Rule: A parameter too few or too many, an invalid session and a task that does not exist make get_record fail

    @task.get_record.count
    Scenario: get_record with a parameter missing and one too many
      Given a task of mine
      When I call get_record with a parameter missing
      Then the call is refused as MESSAGE_PARAMETER_COUNT_MISMATCH
      When I call get_record with a parameter too many
      Then the call is refused as MESSAGE_PARAMETER_COUNT_MISMATCH

    @task.get_record.session
    Scenario: get_record in an unknown session
      Given a task of mine
      When I call get_record in an unknown session
      Then the call is refused as SESSION_INVALID

    @task.get_record.handle
    Scenario: get_record for a task that never existed
      When I call get_record for a task that never existed
      Then the call is refused as HANDLE_INVALID
      And the refusal names the class and the reference
