Feature: calls that are refused
  A refusal has a code that programs can tell apart, and says what it is about. It leaves everything as it was.

  Rule: A task that does not exist is named with its class

    @error.handle
    Scenario: reading and writing a task that never existed
      When I call get_record for a task that never existed
      Then the call is refused as HANDLE_INVALID
      And the refusal names the class and the reference
      When I call destroy for a task that never existed
      Then the call is refused as HANDLE_INVALID
      And the refusal names the class and the reference

  Rule: A task that was destroyed is as unknown as one that never existed

    @error.destroyed
    Scenario: reading and writing a task that was destroyed
      When I call get_record for a task that was destroyed
      Then the call is refused as HANDLE_INVALID
      And the refusal names the class and the reference
      When I call set_status for a task that was destroyed
      Then the call is refused as HANDLE_INVALID
      And the refusal names the class and the reference

  Rule: A message that the server does not have is refused

    @error.method
    Scenario: a message that the class lacks
      Given I am pool-admin
      When I call the unknown message "no_such_message"
      Then the call is refused as MESSAGE_METHOD_UNKNOWN

    @error.method_named
    Scenario: the name of a message that the class lacks
      Given I am pool-admin
      When I call the unknown message "no_such_message"
      Then the call is refused as MESSAGE_METHOD_UNKNOWN
      And the refusal names the message

  Rule: A wrong number of parameters changes nothing

    @error.count
    Scenario: destroy with a parameter too many changes nothing
      Given a task of mine
      And I note how it is
      When I call destroy with a parameter too many
      Then the call is refused as MESSAGE_PARAMETER_COUNT_MISMATCH
      And it is unchanged

  Rule: A value of another type is refused and changes nothing

    @error.type
    Scenario Outline: <message> with a value of the wrong type
      Given a task of mine
      And I note how it is
      When I call <message> with a value of the wrong type
      Then the call is refused
      And it is unchanged

      Examples:
        | message          |
        | set_status       |
        | set_progress     |
        | set_error_info   |
        | set_other_config |

  Rule: A role that is too low is refused, and the refusal names the missing permission

    @error.role @role-matrix
    Scenario Outline: <message> for a role that is too low
      Given I am read-only
      And a task of mine
      When I call <message>
      Then the call is refused as RBAC_PERMISSION_DENIED

      Examples:
        | message                  |
        | set_other_config         |
        | add_to_other_config      |
        | remove_from_other_config |

    @error.role_named
    Scenario: the permission that is missing
      Given I am read-only
      And a task of mine
      When I add the key "colour" with the value "red"
      Then the call is refused as RBAC_PERMISSION_DENIED
      And the refusal names the permission

  Rule: A reference that is almost that of a task is unknown

    @error.handle_near
    Scenario Outline: a reference <change>
      Given a task of mine
      When I call get_record for it by its reference <change>
      Then the call is refused as HANDLE_INVALID
      And the refusal names the class and the reference

      Examples:
        | change                               |
        | with another last character          |
        | with another character in the middle |
        | with another first character         |

    @error.handle_near
    Scenario: a reference with another last character, by each getter
      Given a task of mine
      When I call each getter for it by its reference with another last character
      Then the call is refused as HANDLE_INVALID

    @error.handle_case
    Scenario: references in another case and with a blank, which no known server takes
      Given a task of mine
      When I call get_record for it by its reference in another case
      Then the call is refused as HANDLE_INVALID
      When I call get_record for it by its reference with a blank after it
      Then the call is refused as HANDLE_INVALID

  Rule: A uuid that is almost that of a task is unknown

    @error.uuid_near
    Scenario Outline: a uuid <change>
      Given a task of mine
      When I call get_by_uuid for it by its uuid <change>
      Then the call is refused as UUID_INVALID
      And the refusal names the class and the uuid

      Examples:
        | change                               |
        | with another last character          |
        | with another character in the middle |
        | with another first character         |

    @error.uuid_case
    Scenario Outline: a uuid <change>, which no known server takes
      Given a task of mine
      When I call get_by_uuid for it by its uuid <change>
      Then the call is refused as UUID_INVALID

      Examples:
        | change                |
        | in another case       |
        | with a blank after it |
