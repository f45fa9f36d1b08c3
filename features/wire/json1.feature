Feature: answers over JSON-RPC 1.0
  The form of an answer, apart from what it says. There is always a result and always an error,
  and one of them is null.

  Rule: An answer is well-formed, whatever the texts in it

    @wire.json1.well_formed
    Scenario: well-formedness of a refusal
      When I call get_status for a task that never existed
      Then the refusal keeps the form wire.json1.well_formed

    @wire.json1.well_formed
    Scenario: well-formedness of a call without a valid session
      When I call get_all in an unknown session
      Then the refusal keeps the form wire.json1.well_formed

    @wire.json1.well_formed @makes-tasks
    Scenario Outline: well-formedness of a record with a label of <text>
      Given I create a task with the name_label <text>
      When I read its record
      Then the success keeps the form wire.json1.well_formed

      Examples:
        | text    |
        | markup  |
        | accents |

  Rule: An answer has a result and an error, one of them null

    @wire.json1.members
    Scenario: the members of a success
      Given a task of mine
      When I read its record
      Then the success keeps the form wire.json1.members

    @wire.json1.members
    Scenario: the members of a refusal
      When I call get_status for a task that never existed
      Then the refusal keeps the form wire.json1.members

    @wire.json1.members @uses-up-a-task
    Scenario: the members of a success that says nothing
      Given a task of mine
      When I destroy it
      Then the success keeps the form wire.json1.members

  Rule: The error is an array of strings, the code first

    @wire.json1.error
    Scenario: the error of a refusal
      When I call get_status for a task that never existed
      Then the refusal keeps the form wire.json1.error

    @wire.json1.error
    Scenario: the error of a call with a parameter too many
      When I call get_all with a parameter too many
      Then the refusal keeps the form wire.json1.error

  Rule: The answer bears the id of the call

    @wire.json1.id
    Scenario: the id of a success
      Given a task of mine
      When I read its record
      Then the success keeps the form wire.json1.id

    @wire.json1.id
    Scenario: the id of a refusal
      When I call get_status for a task that never existed
      Then the refusal keeps the form wire.json1.id

  Rule: A result of type void is the empty string

    @wire.json1.void @uses-up-a-task
    Scenario: the answer of destroy
      Given a task of mine
      When I destroy it
      Then the call succeeds
      And the answer is of type void

  Rule: A text, an enum value or a reference is a string

    @wire.json1.string
    Scenario Outline: the <field> as <type>
      Given a task of mine
      When I read its <field>
      Then the call succeeds
      And the answer is of type <type>

      Examples:
        | field      | type                  |
        | name_label | string                |
        | status     | enum task_status_type |

  Rule: A number of the API is a JSON number

    @wire.json1.float
    Scenario Outline: a progress of <value>
      Given a task of mine
      And I set its progress to <value>
      When I read its progress
      Then the call succeeds
      And the answer is of type float

      Examples:
        | value |
        | 0.5   |
        | 1     |

  Rule: A point in time is a string

    @wire.json1.datetime
    Scenario: the time of create
      Given a task of mine
      When I read its created
      Then the call succeeds
      And the answer is of type datetime

  Rule: A set is an array

    @wire.json1.set
    Scenario: the array of all tasks
      Given a task of mine
      When I list all tasks
      Then the call succeeds
      And the answer is of type task ref set

    @wire.json1.set
    Scenario: an empty array
      Given a task of mine
      When I read its error_info
      Then the call succeeds
      And the answer is of type string set

  Rule: A map or a record is an object

    @wire.json1.map
    Scenario: the map of a task
      Given a task of mine
      And I set its other_config to:
        | colour | green |
      When I read its other_config
      Then the call succeeds
      And the answer is of type (string → string) map

    @wire.json1.map
    Scenario: a record
      Given a task of mine
      When I read its record
      Then the call succeeds
      And the answer is of type record of any fields
