Feature: task.status
  Says how a task stands: pending while it runs, then success, failure or cancelled, perhaps by way
  of cancelling. The client that made a task keeps this up to date.

  Rule: set_status takes a task and a status and answers with nothing

    @task.set_status.published @task.set_status.parameters @task.set_status.result
    Scenario: calling set_status
      Given a task of mine
      When I call set_status
      Then the call succeeds
      And the answer is of type void

  Rule: The status that was set is the status of the task

    @task.set_status.effect @task.status.access
    Scenario Outline: setting the status to <status>
      Given a task of mine
      When I set its status to "<status>"
      Then the call succeeds
      And its status is "<status>"

      @task_status_type.pending
      Examples:
        | status  |
        | pending |

      @task_status_type.success
      Examples:
        | status  |
        | success |

      @task_status_type.failure
      Examples:
        | status  |
        | failure |

      @task_status_type.cancelled
      Examples:
        | status    |
        | cancelled |

  Rule: A client may set the status cancelling

    @task_status_type.cancelling
    Scenario: setting the status to cancelling
      Given a task of mine
      When I set its status to "cancelling"
      Then the call succeeds
      And its status is "cancelling"

  Rule: Each later status counts

    @task.set_status.again @task.status.meaning
    Scenario: pending first and failure after it
      Given a task of mine
      And I set its status to "pending"
      When I set its status to "failure"
      Then the call succeeds
      And its status is "failure"

  Rule: A final status may be replaced

    @task.set_status.reopen
    Scenario: pending again
      Given a task of mine that ended as success
      When I set its status to "pending"
      Then the call succeeds
      And its status is "pending"

  Rule: A text that is no status is refused, and the status stays

    @task_status_type.closed
    Scenario Outline: setting the status to <text>
      Given a task of mine
      And I note how it is
      When I set its status to "<text>"
      Then the call is refused
      And its status is unchanged

      Examples:
        | text      |
        | completed |
        | succes    |

  Rule: Setting the status changes nothing else

    @task.set_status.isolation
    Scenario: the other fields when the status changes
      Given a task of mine
      And I set its progress to 0.5
      And I set its result to "so far"
      And I note how it is
      When I set its status to "success"
      Then the call succeeds
      And its fields are unchanged:
        | progress |
        | result   |

    @task.set_status.isolation
    Scenario: the texts and the map when the status changes
      Given a task of mine
      And I set its error_info to "KIT_TROUBLE"
      And I set its other_config to:
        | kit | kept |
      And I note how it is
      When I set its status to "failure"
      Then the call succeeds
      And its fields are unchanged:
        | error_info   |
        | other_config |

  Rule: set_status leaves other tasks alone

    @task.set_status.bystander
    Scenario: set_status beside another task
      Given a task of mine
      And another task of mine
      And I note how the other task is
      When I set its status to "failure"
      Then the call succeeds
      And the other task is unchanged

  Rule: A parameter too few or too many, an invalid session and a task that does not exist make set_status fail

    @task.set_status.count
    Scenario: set_status with a parameter missing and one too many
      Given a task of mine
      When I call set_status with a parameter missing
      Then the call is refused as MESSAGE_PARAMETER_COUNT_MISMATCH
      When I call set_status with a parameter too many
      Then the call is refused as MESSAGE_PARAMETER_COUNT_MISMATCH

    @task.set_status.session
    Scenario: set_status in an unknown session
      Given a task of mine
      When I call set_status in an unknown session
      Then the call is refused as SESSION_INVALID

    @task.set_status.handle
    Scenario: set_status for a task that never existed
      When I call set_status for a task that never existed
      Then the call is refused as HANDLE_INVALID
      And the refusal names the class and the reference

  Rule: A fresh task is pending

    @task.status.initial
    Scenario: the status after create
      Given a task of mine
      When I read its status
      Then its status is "pending"

  Rule: get_status gives status as the record has it

    @task.get_status.published @task.get_status.parameters @task.get_status.result
    Scenario: calling get_status
      Given a task of mine
      When I call get_status
      Then the call succeeds
      And the answer is of type enum task_status_type

    @task.get_status.effect @task.status.published @task.status.type
    Scenario: status by its getter and in the record
      Given a task of mine
      When I read its record
      Then its status is as in its record
      And its status is of its type

  Rule: A parameter too few or too many, an invalid session and a task that does not exist make get_status fail

    @task.get_status.count
    Scenario: get_status with a parameter missing and one too many
      Given a task of mine
      When I call get_status with a parameter missing
      Then the call is refused as MESSAGE_PARAMETER_COUNT_MISMATCH
      When I call get_status with a parameter too many
      Then the call is refused as MESSAGE_PARAMETER_COUNT_MISMATCH

    @task.get_status.session
    Scenario: get_status in an unknown session
      Given a task of mine
      When I call get_status in an unknown session
      Then the call is refused as SESSION_INVALID

    @task.get_status.handle
    Scenario: get_status for a task that never existed
      When I call get_status for a task that never existed
      Then the call is refused as HANDLE_INVALID
      And the refusal names the class and the reference
