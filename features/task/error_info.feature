Feature: task.error_info
  What a task that failed has to say about it: an error code and what belongs to it, as a list of texts.

  Rule: set_error_info takes a task and a list of texts and answers with nothing

    @task.set_error_info.published @task.set_error_info.parameters @task.set_error_info.result
    Scenario: calling set_error_info
      Given a task of mine
      When I call set_error_info
      Then the call succeeds
      And the answer is of type void

  Rule: All texts that were set, and no others, are the error_info of the task

    @task.set_error_info.effect
    Scenario: setting three texts
      Given a task of mine
      When I set its error_info to:
        | KIT_TROUBLE |
        | the disk    |
        | is full     |
      Then the call succeeds
      And its error_info holds:
        | KIT_TROUBLE |
        | the disk    |
        | is full     |

    @task.set_error_info.effect @task.error_info.access
    Scenario: setting one text
      Given a task of mine
      When I set its error_info to "KIT_TROUBLE"
      Then the call succeeds
      And its error_info holds:
        | KIT_TROUBLE |

  Rule: The texts keep their order

    @task.set_error_info.order
    Scenario: texts that no sorting leaves alone
      Given a task of mine
      When I set its error_info to:
        | KIT_TROUBLE |
        | zebra       |
        | aardvark    |
        | Mole        |
      Then the call succeeds
      And its error_info is in the order given

  Rule: A later list replaces the earlier one

    @task.set_error_info.again
    Scenario: setting a second list
      Given a task of mine
      And I set its error_info to:
        | KIT_TROUBLE |
        | first       |
      When I set its error_info to:
        | KIT_WORRY |
      Then the call succeeds
      And its error_info holds:
        | KIT_WORRY |

  Rule: A failed task keeps its error texts

    @task.error_info.meaning
    Scenario: failure with two texts
      Given a task of mine
      And I set its error_info to:
        | KIT_TROUBLE |
        | the disk    |
      When I set its status to "failure"
      Then the call succeeds
      And its error_info holds:
        | KIT_TROUBLE |
        | the disk    |

  Rule: Setting the error_info changes no other field

    @task.set_error_info.isolation
    Scenario: the other fields when the error_info changes
      Given a task of mine
      And I set its progress to 0.5
      And I set its result to "so far"
      And I note how it is
      When I set its error_info to "KIT_TROUBLE"
      Then the call succeeds
      And its fields are unchanged:
        | progress         |
        | result           |
        | name_description |

  Rule: set_error_info leaves other tasks alone

    @task.set_error_info.bystander
    Scenario: set_error_info beside another task
      Given a task of mine
      And another task of mine
      And I note how the other task is
      When I set its error_info to "KIT_TROUBLE"
      Then the call succeeds
      And the other task is unchanged

  Rule: A parameter too few or too many, an invalid session and a task that does not exist make set_error_info fail

    @task.set_error_info.count
    Scenario: set_error_info with a parameter missing and one too many
      Given a task of mine
      When I call set_error_info with a parameter missing
      Then the call is refused as MESSAGE_PARAMETER_COUNT_MISMATCH
      When I call set_error_info with a parameter too many
      Then the call is refused as MESSAGE_PARAMETER_COUNT_MISMATCH

    @task.set_error_info.session
    Scenario: set_error_info in an unknown session
      Given a task of mine
      When I call set_error_info in an unknown session
      Then the call is refused as SESSION_INVALID

    @task.set_error_info.handle
    Scenario: set_error_info for a task that never existed
      When I call set_error_info for a task that never existed
      Then the call is refused as HANDLE_INVALID
      And the refusal names the class and the reference

  Rule: A fresh task has no error texts

    @task.error_info.initial
    Scenario: the error_info after create
      Given a task of mine
      When I read its error_info
      Then its error_info is empty

  Rule: get_error_info gives error_info as the record has it

    @task.get_error_info.published @task.get_error_info.parameters @task.get_error_info.result
    Scenario: calling get_error_info
      Given a task of mine
      When I call get_error_info
      Then the call succeeds
      And the answer is of type string set

    @task.get_error_info.effect @task.error_info.published @task.error_info.type
    Scenario: error_info by its getter and in the record
      Given a task of mine
      When I read its record
      Then its error_info is as in its record
      And its error_info is of its type

  Rule: A parameter too few or too many, an invalid session and a task that does not exist make get_error_info fail

    @task.get_error_info.count
    Scenario: get_error_info with a parameter missing and one too many
      Given a task of mine
      When I call get_error_info with a parameter missing
      Then the call is refused as MESSAGE_PARAMETER_COUNT_MISMATCH
      When I call get_error_info with a parameter too many
      Then the call is refused as MESSAGE_PARAMETER_COUNT_MISMATCH

    @task.get_error_info.session
    Scenario: get_error_info in an unknown session
      Given a task of mine
      When I call get_error_info in an unknown session
      Then the call is refused as SESSION_INVALID

    @task.get_error_info.handle
    Scenario: get_error_info for a task that never existed
      When I call get_error_info for a task that never existed
      Then the call is refused as HANDLE_INVALID
      And the refusal names the class and the reference
