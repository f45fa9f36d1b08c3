Feature: answers over XML-RPC
  The form of an answer, apart from what it says. The body is one methodResponse, and errors of the API
  travel in it like any other value.

  Rule: An answer is well-formed, whatever the texts in it, and has the status 200

    @wire.xmlrpc.well_formed
    Scenario: well-formedness of a refusal
      When I call get_status for a task that never existed
      Then the refusal keeps the form wire.xmlrpc.well_formed

    @wire.xmlrpc.well_formed
    Scenario: well-formedness of a call without a valid session
      When I call get_all in an unknown session
      Then the refusal keeps the form wire.xmlrpc.well_formed

    @wire.xmlrpc.well_formed @makes-tasks
    Scenario Outline: well-formedness of a record with a label of <text>
      Given I create a task with the name_label <text>
      When I read its record
      Then the success keeps the form wire.xmlrpc.well_formed

      Examples:
        | text    |
        | markup  |
        | accents |

  Rule: An answer is a methodResponse with one struct

    @wire.xmlrpc.response
    Scenario: the envelope of a success
      Given a task of mine
      When I read its record
      Then the success keeps the form wire.xmlrpc.response

    @wire.xmlrpc.response
    Scenario: the envelope of a refusal
      When I call get_status for a task that never existed
      Then the refusal keeps the form wire.xmlrpc.response

  Rule: A success has a Status and a Value

    @wire.xmlrpc.success
    Scenario: Status and Value of a success
      Given a task of mine
      When I read its record
      Then the success keeps the form wire.xmlrpc.success

    @wire.xmlrpc.success @uses-up-a-task
    Scenario: Status and Value of a success that says nothing
      Given a task of mine
      When I destroy it
      Then the success keeps the form wire.xmlrpc.success

  Rule: A failure has a Status and an array of strings, the code first

    @wire.xmlrpc.failure
    Scenario: Status and ErrorDescription of a refusal
      When I call get_status for a task that never existed
      Then the refusal keeps the form wire.xmlrpc.failure

    @wire.xmlrpc.failure
    Scenario: Status and ErrorDescription of a call with a parameter too many
      When I call get_all with a parameter too many
      Then the refusal keeps the form wire.xmlrpc.failure

  Rule: An error of the API is not an XML-RPC fault

    @wire.xmlrpc.no_fault
    Scenario: no fault but an answer for a refusal
      When I call get_status for a task that never existed
      Then the refusal keeps the form wire.xmlrpc.no_fault

    @wire.xmlrpc.no_fault
    Scenario: no fault but an answer for a call with a parameter too many
      When I call get_all with a parameter too many
      Then the refusal keeps the form wire.xmlrpc.no_fault

    @wire.xmlrpc.no_fault
    Scenario: no fault but an answer for a call without a valid session
      When I call get_all in an unknown session
      Then the refusal keeps the form wire.xmlrpc.no_fault

  Rule: A result of type void is the empty string

    @wire.xmlrpc.void @uses-up-a-task
    Scenario: the answer of destroy
      Given a task of mine
      When I destroy it
      Then the call succeeds
      And the answer is of type void

  Rule: A text, an enum value or a reference is a string

    @wire.xmlrpc.string
    Scenario Outline: the <field> as <type>
      Given a task of mine
      When I read its <field>
      Then the call succeeds
      And the answer is of type <type>

      Examples:
        | field      | type                  |
        | name_label | string                |
        | status     | enum task_status_type |

  Rule: A number is a double

    @wire.xmlrpc.float
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

  Rule: A point in time is a dateTime.iso8601

    @wire.xmlrpc.datetime
    Scenario: the time of create
      Given a task of mine
      When I read its created
      Then the call succeeds
      And the answer is of type datetime

  Rule: A set is an array

    @wire.xmlrpc.set
    Scenario: the array of all tasks
      Given a task of mine
      When I list all tasks
      Then the call succeeds
      And the answer is of type task ref set

    @wire.xmlrpc.set
    Scenario: an empty array
      Given a task of mine
      When I read its error_info
      Then the call succeeds
      And the answer is of type string set

  Rule: A map or a record is a struct

    @wire.xmlrpc.map
    Scenario: the map of a task
      Given a task of mine
      And I set its other_config to:
        | colour | green |
      When I read its other_config
      Then the call succeeds
      And the answer is of type (string → string) map

    @wire.xmlrpc.map
    Scenario: a record
      Given a task of mine
      When I read its record
      Then the call succeeds
      And the answer is of type record of any fields
