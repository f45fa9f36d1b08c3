Feature: answers over JSON-RPC 2.0
  The form of an answer, apart from what it says. There is a result or an error, never both.

  Rule: An answer is well-formed, whatever the texts in it

    @wire.json2.well_formed
    Scenario: well-formedness of a refusal
      When I call get_status for a task that never existed
      Then the refusal keeps the form wire.json2.well_formed

    @wire.json2.well_formed
    Scenario: well-formedness of a call without a valid session
      When I call get_all in an unknown session
      Then the refusal keeps the form wire.json2.well_formed

    @wire.json2.well_formed @makes-tasks
    Scenario Outline: well-formedness of a record with a label of <text>
      Given I create a task with the name_label <text>
      When I read its record
      Then the success keeps the form wire.json2.well_formed

      Examples:
        | text    |
        | markup  |
        | accents |

  Rule: Every answer names the version

    @wire.json2.version
    Scenario: the version of a success
      Given a task of mine
      When I read its record
      Then the success keeps the form wire.json2.version

    @wire.json2.version
    Scenario: the version of a refusal
      When I call get_status for a task that never existed
      Then the refusal keeps the form wire.json2.version

  Rule: An answer has a result or an error

    @wire.json2.members
    Scenario: the members of a success
      Given a task of mine
      When I read its record
      Then the success keeps the form wire.json2.members

    @wire.json2.members
    Scenario: the members of a refusal
      When I call get_status for a task that never existed
      Then the refusal keeps the form wire.json2.members

    @wire.json2.members @uses-up-a-task
    Scenario: the members of a success that says nothing
      Given a task of mine
      When I destroy it
      Then the success keeps the form wire.json2.members

  Rule: The error has an integer code and the code of the API as its message

    @wire.json2.error
    Scenario: the error of a refusal
      When I call get_status for a task that never existed
      Then the refusal keeps the form wire.json2.error

  Rule: The error carries its parameters in an array of strings

    @wire.json2.error_data
    Scenario: the data of a refusal
      When I call get_status for a task that never existed
      Then the refusal keeps the form wire.json2.error_data

    @wire.json2.error_data
    Scenario: the data of a call with a parameter too many
      When I call get_all with a parameter too many
      Then the refusal keeps the form wire.json2.error_data

  Rule: The answer bears the id of the call

    @wire.json2.id
    Scenario: the id of a success
      Given a task of mine
      When I read its record
      Then the success keeps the form wire.json2.id

    @wire.json2.id
    Scenario: the id of a refusal
      When I call get_status for a task that never existed
      Then the refusal keeps the form wire.json2.id

  Rule: A result of type void is the empty string

    @wire.json2.void @uses-up-a-task
    Scenario: the answer of destroy
      Given a task of mine
      When I destroy it
      Then the call succeeds
      And the answer is of type void

  Rule: A text, an enum value or a reference is a string

    @wire.json2.string
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

    @wire.json2.float
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

    @wire.json2.datetime
    Scenario: the time of create
      Given a task of mine
      When I read its created
      Then the call succeeds
      And the answer is of type datetime

  Rule: A set is an array

    @wire.json2.set
    Scenario: the array of all tasks
      Given a task of mine
      When I list all tasks
      Then the call succeeds
      And the answer is of type task ref set

    @wire.json2.set
    Scenario: an empty array
      Given a task of mine
      When I read its error_info
      Then the call succeeds
      And the answer is of type string set

  Rule: A map or a record is an object

    @wire.json2.map
    Scenario: the map of a task
      Given a task of mine
      And I set its other_config to:
        | colour | green |
      When I read its other_config
      Then the call succeeds
      And the answer is of type (string → string) map

    @wire.json2.map
    Scenario: a record
      Given a task of mine
      When I read its record
      Then the call succeeds
      And the answer is of type record of any fields
