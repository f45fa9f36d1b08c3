Feature: finding a task
  A task is found by its uuid, which is unique, or by its label, which need not be.

  Rule: A uuid gives one reference

    @task.get_by_uuid.published @task.get_by_uuid.parameters @task.get_by_uuid.result
    Scenario: calling get_by_uuid
      Given a task of mine
      When I call get_by_uuid
      Then the call succeeds
      And the answer is of type task ref

  Rule: A label gives a list of references

    @task.get_by_name_label.published @task.get_by_name_label.parameters @task.get_by_name_label.result
    Scenario: calling get_by_name_label
      Given a task of mine
      When I call get_by_name_label
      Then the call succeeds
      And the answer is of type task ref set

  Rule: The uuid of a task leads to it

    @task.get_by_uuid.effect
    Scenario: looking up a uuid
      Given a task of mine
      And another task of mine
      When I look up its uuid
      Then the call succeeds
      And the answer is it

  Rule: A uuid that no task has is refused, and the refusal says which

    @task.get_by_uuid.unknown @error.uuid
    Scenario: looking up a uuid that no task has
      When I look up the uuid "11111111-2222-4333-8444-555555555555"
      Then the call is refused as UUID_INVALID
      And the refusal names the class and the uuid

  Rule: A text that is no uuid is refused

    @task.get_by_uuid.malformed
    Scenario: looking up a text that is no uuid
      Given a task of mine
      When I look up the uuid "not-a-uuid"
      Then the call is refused

    @task.get_by_uuid.malformed_code
    Scenario: the error for a text that is no uuid
      Given a task of mine
      When I look up the uuid "not-a-uuid"
      Then the call is refused as UUID_INVALID

  Rule: The label of a task leads to a list with it

    @task.get_by_name_label.effect
    Scenario: looking up a label
      Given a task of mine
      When I look up its name_label
      Then the call succeeds
      And the answer contains it

    @task.get_by_name_label.twins @makes-tasks
    Scenario: looking up a label that two tasks bear
      Given I create a task with the name_label "one label for two"
      And I create a task with the name_label "one label for two"
      When I look up its name_label
      Then the call succeeds
      And the answer contains all of them

  Rule: Only the whole label counts, letter by letter

    @task.get_by_name_label.exact @makes-tasks
    Scenario Outline: looking up "<text>", <part> of a label
      Given I create a task with the name_label "Conformance Label In Full"
      When I look up the name_label "<text>"
      Then the call succeeds
      And the answer is empty

      Examples:
        | part          | text                      |
        | the beginning | Conformance Label         |
        | the end       | Label In Full             |
        | another case  | conformance label in full |

    @task.get_by_name_label.near
    Scenario Outline: looking up its label <change>
      Given a task of mine
      When I call get_by_name_label for it by its name_label <change>
      Then the call succeeds
      And the answer leaves it out

      Examples:
        | change                        |
        | with one character more       |
        | without its last character    |
        | with a blank after it         |
        | with a letter in another case |

  Rule: A task is found as long as it is there

    @task.get_by_uuid.changed
    Scenario: looking up a uuid before and after a change
      Given a task of mine
      When I look up its uuid
      Then the answer is it
      When I change all that I may of it
      And I look up its uuid
      Then the answer is it

    @task.get_by_name_label.changed
    Scenario: looking up a label before and after a change
      Given a task of mine
      When I look up its name_label
      Then the answer contains it
      When I change all that I may of it
      And I look up its name_label
      Then the answer contains it

    @task.get_by_uuid.cancelled @uses-up-a-task
    Scenario: looking up a uuid after a cancel
      Given a task of mine
      And I note how it is
      When I cancel it
      Then the call succeeds, or is refused as OPERATION_NOT_ALLOWED with nothing changed
      And its status is pending still
      When I look up its uuid
      Then the answer is it

    @task.get_by_name_label.cancelled @uses-up-a-task
    Scenario: looking up a label after a cancel
      Given a task of mine
      And I note how it is
      When I cancel it
      Then the call succeeds, or is refused as OPERATION_NOT_ALLOWED with nothing changed
      And its status is pending still
      When I look up its name_label
      Then the answer contains it

    @task.get_by_uuid.destroyed
    Scenario: looking up the uuid of a task that was destroyed
      When I call get_by_uuid for a task that was destroyed
      Then the call is refused as UUID_INVALID

    @task.get_by_name_label.destroyed
    Scenario: looking up the label of a task that was destroyed
      When I call get_by_name_label for a task that was destroyed
      Then the call succeeds
      And the answer is empty

    @task.get_by_name_label.twin_destroyed
    Scenario: looking up the label of a task whose twin was destroyed
      Given a task of mine
      And a twin of it was destroyed
      When I look up its name_label
      Then the call succeeds
      And the answer is it alone

    @task.get_by_name_label.completed
    Scenario: looking up the label of a task that ended as success
      Given a task of mine that ended as success
      When I look up its name_label
      Then the call succeeds
      And the answer contains it

  Rule: A label is found whatever signs stand in it

    @task.get_by_name_label.signs @makes-tasks
    Scenario: looking up a label with signs that other languages escape
      Given I create a task with the name_label "100%41 it's a\b &amp; $(x) #{x} [a-z]* é é 🚀"
      When I look up its name_label
      Then the call succeeds
      And the answer contains it

  Rule: A label that no task has leads to an empty list

    @task.get_by_name_label.none
    Scenario: looking up a label that no task has
      When I look up the name_label "no task was ever called this"
      Then the call succeeds
      And the answer is empty

  Rule: A parameter too few or too many, and an invalid session, make get_by_uuid fail

    @task.get_by_uuid.count
    Scenario: get_by_uuid with a parameter missing and one too many
      Given a task of mine
      When I call get_by_uuid with a parameter missing
      Then the call is refused as MESSAGE_PARAMETER_COUNT_MISMATCH
      When I call get_by_uuid with a parameter too many
      Then the call is refused as MESSAGE_PARAMETER_COUNT_MISMATCH

    @task.get_by_uuid.session
    Scenario: get_by_uuid in an unknown session
      Given a task of mine
      When I call get_by_uuid in an unknown session
      Then the call is refused as SESSION_INVALID

  Rule: A parameter too few or too many, and an invalid session, make get_by_name_label fail

    @task.get_by_name_label.count
    Scenario: get_by_name_label with a parameter missing and one too many
      Given a task of mine
      When I call get_by_name_label with a parameter missing
      Then the call is refused as MESSAGE_PARAMETER_COUNT_MISMATCH
      When I call get_by_name_label with a parameter too many
      Then the call is refused as MESSAGE_PARAMETER_COUNT_MISMATCH

    @task.get_by_name_label.session
    Scenario: get_by_name_label in an unknown session
      Given a task of mine
      When I call get_by_name_label in an unknown session
      Then the call is refused as SESSION_INVALID
