Feature: requests over JSON-RPC 2.0
  Clients write the same call in many ways. Whatever is legal is read: by the next, usual call it shows what arrived.

  Rule: Each spelling of a character is read

    @wire.json2.request.escapes
    Scenario Outline: <text> by <form>
      Given a task of mine
      When I set its result in the form <form> to <text>
      Then the form is read
      And its result is <text>

      Examples:
        | form                   | text              |
        | escapes of four digits | accents and marks |
        | short escapes          | marks and breaks  |

    @wire.json2.request.surrogates
    Scenario: emoji by escapes of four digits
      Given a task of mine
      When I set its result in the form escapes of four digits to emoji
      Then the form is read
      And its result is emoji

  Rule: White space and the order of members do not matter

    @wire.json2.request.white_space
    Scenario: white space between tokens
      Given a task of mine
      When I read its status in the form white space between tokens
      Then the form is read
      And the answer is of type enum task_status_type

    @wire.json2.request.member_order
    Scenario: members in reverse order
      Given a task of mine
      When I read its status in the form members in reverse order
      Then the form is read
      And the answer is of type enum task_status_type

    @wire.json2.request.unknown_member
    Scenario: a member that nobody knows
      Given a task of mine
      When I read its status in the form a member that nobody knows
      Then the form is read
      And the answer is of type enum task_status_type

  Rule: A number is read in each of its forms

    @wire.json2.request.numbers
    Scenario Outline: <value> as <form>
      Given a task of mine
      When I set its progress in the form <form> to <value>
      Then the form is read
      And its progress is <value>

      Examples:
        | form                               | value |
        | a number without a fraction        | 1     |
        | a number with a fraction of zero   | 1     |
        | a number with an exponent          | 0.25  |
        | an integer with a capital exponent | 0.25  |

  Rule: An id comes back as it is

    @wire.json2.request.ids
    Scenario Outline: <form>
      Given a task of mine
      When I read its status in the form <form>
      Then the form is read
      And the answer is of type enum task_status_type

      Examples:
        | form         |
        | the id "abc" |
        | the id "1"   |
        | the id 0     |
        | the id -5    |

    @wire.json2.request.ids
    Scenario Outline: a refused call with <form>
      When I read an unknown task's status in the form <form>
      Then the refusal keeps the form wire.json2.request.ids

      Examples:
        | form       |
        | the id "1" |
        | the id 0   |
