Feature: requests over XML-RPC
  Clients write the same call in many ways. Whatever is legal is read: by the next, usual call it shows what arrived.

  Rule: A text is read with its type and without

    @wire.xmlrpc.request.string
    Scenario: string elements throughout
      Given a task of mine
      When I set its result in the form string elements throughout to "R&D <b>"
      Then the form is read
      And its result is "R&D <b>"

    @wire.xmlrpc.request.untyped
    Scenario Outline: a text as <form>
      Given a task of mine
      When I set its result in the form <form> to "R&D <b>"
      Then the form is read
      And its result is "R&D <b>"

      Examples:
        | form                 |
        | an untyped value     |
        | untyped values alone |

    @wire.xmlrpc.request.outer_blanks
    Scenario: an untyped value with blanks around it
      Given a task of mine
      When I set its result in the form an untyped value to spaces
      Then the form is read
      And its result is spaces

  Rule: Each spelling of a character is read

    @wire.xmlrpc.request.cdata
    Scenario: a CDATA section
      Given a task of mine
      When I set its result in the form a CDATA section to markup
      Then the form is read
      And its result is markup

    @wire.xmlrpc.request.references
    Scenario Outline: <text> by <form>
      Given a task of mine
      When I set its result in the form <form> to <text>
      Then the form is read
      And its result is <text>

      Examples:
        | form                   | text              |
        | decimal references     | accents           |
        | decimal references     | emoji             |
        | hexadecimal references | accents and marks |
        | hexadecimal references | emoji             |

    @wire.xmlrpc.request.entities
    Scenario: the five entities
      Given a task of mine
      When I set its result in the form the five entities to markup
      Then the form is read
      And its result is markup

    @wire.xmlrpc.request.carriage_return
    Scenario: a carriage return by decimal references
      Given a task of mine
      When I set its result in the form decimal references to carriage return
      Then the form is read
      And its result is one of carriage return, line feed

  Rule: What stands around the values does not matter

    @wire.xmlrpc.request.white_space
    Scenario: white space between elements
      Given a task of mine
      When I read its status in the form white space between elements
      Then the form is read
      And the answer is of type enum task_status_type

    @wire.xmlrpc.request.declaration
    Scenario Outline: a request with <form>
      Given a task of mine
      When I read its status in the form <form>
      Then the form is read
      And the answer is of type enum task_status_type

      Examples:
        | form                                 |
        | no declaration                       |
        | a declaration of utf-8 in lower case |
        | a standalone declaration             |

    @wire.xmlrpc.request.comments
    Scenario: comments between elements
      Given a task of mine
      When I read its status in the form comments between elements
      Then the form is read
      And the answer is of type enum task_status_type

  Rule: An empty element is the empty text

    @wire.xmlrpc.request.empty
    Scenario: an empty element
      Given a task of mine
      And I set its result to "not empty"
      When I set its result in the form an empty element to empty
      Then the form is read
      And its result is empty

  Rule: A number is read in each of its forms

    @wire.xmlrpc.request.double
    Scenario Outline: 0.25 as <form>
      Given a task of mine
      When I set its progress in the form <form> to 0.25
      Then the form is read
      And its progress is 0.25

      Examples:
        | form                            |
        | a double of digits and a period |
        | a double with a plus sign       |

    @wire.xmlrpc.request.integers
    Scenario Outline: 1 as <form>
      Given a task of mine
      When I set its progress in the form <form> to 1
      Then the form is read
      And its progress is 1

      Examples:
        | form                      |
        | a double without a period |
        | an int                    |
        | an i4                     |

  Rule: Other encodings than the usual one are read

    @wire.xmlrpc.request.encodings
    Scenario Outline: <text> in <form>
      Given a task of mine
      When I set its result in the form <form> to <text>
      Then the form is read
      And its result is <text>

      Examples:
        | form                 | text    |
        | a byte order mark    | accents |
        | UTF-16 with its mark | accents |
        | declared ISO-8859-1  | accents |
        | declared US-ASCII    | markup  |
