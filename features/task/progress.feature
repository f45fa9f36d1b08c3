Feature: task.progress
  An estimate of how much of the work is done, as a fraction. It says nothing about whether the task
  is complete; that is what the status is for.

  Rule: set_progress takes a task and a number and answers with nothing

    @task.set_progress.published @task.set_progress.parameters @task.set_progress.result
    Scenario: calling set_progress
      Given a task of mine
      When I call set_progress
      Then the call succeeds
      And the answer is of type void

  Rule: A progress of 0, 0.25, 0.5 and 1 comes back equal

    @task.set_progress.effect
    Scenario Outline: setting the progress to <value>
      Given a task of mine
      When I set its progress to <value>
      Then the call succeeds
      And its progress is <value>

      Examples:
        | value |
        | 0     |
        | 0.25  |
        | 1     |

      @task.progress.access
      Examples:
        | value |
        | 0.5   |

  Rule: Any other fraction comes back to fifteen digits

    @task.set_progress.precision
    Scenario Outline: setting the progress to the fraction <value>
      Given a task of mine
      When I set its progress to <value>
      Then the call succeeds
      And its progress is <value> within 1e-15

      Examples:
        | value               |
        | 0.1                 |
        | 0.3333333333333333  |
        | 0.12345678901234568 |
        | 1e-7                |

  Rule: Numbers outside 0 to 1 are kept as well

    @task.set_progress.range
    Scenario Outline: setting the progress to the number <value>
      Given a task of mine
      When I set its progress to <value>
      Then the call succeeds
      And its progress is <value> within 1e-15

      Examples:
        | value |
        | -1    |
        | 7.5   |

  Rule: Each later progress counts, upwards and downwards

    @task.set_progress.again
    Scenario: a half, then a quarter
      Given a task of mine
      And I set its progress to 0.5
      When I set its progress to 0.25
      Then the call succeeds
      And its progress is 0.25

  Rule: A progress of 1 does not complete the task

    @task.progress.meaning
    Scenario: all of the work done
      Given a task of mine
      And I note how it is
      When I set its progress to 1
      Then the call succeeds
      And its status is unchanged

  Rule: Setting the progress changes no other field

    @task.set_progress.isolation
    Scenario: the other fields when the progress changes
      Given a task of mine
      And I set its result to "so far"
      And I set its error_info to "KIT_TROUBLE"
      And I note how it is
      When I set its progress to 0.5
      Then the call succeeds
      And its fields are unchanged:
        | result           |
        | error_info       |
        | name_description |

  Rule: set_progress leaves other tasks alone

    @task.set_progress.bystander
    Scenario: set_progress beside another task
      Given a task of mine
      And another task of mine
      And I note how the other task is
      When I set its progress to 0.75
      Then the call succeeds
      And the other task is unchanged

  Rule: A parameter too few or too many, an invalid session and a task that does not exist make set_progress fail

    @task.set_progress.count
    Scenario: set_progress with a parameter missing and one too many
      Given a task of mine
      When I call set_progress with a parameter missing
      Then the call is refused as MESSAGE_PARAMETER_COUNT_MISMATCH
      When I call set_progress with a parameter too many
      Then the call is refused as MESSAGE_PARAMETER_COUNT_MISMATCH

    @task.set_progress.session
    Scenario: set_progress in an unknown session
      Given a task of mine
      When I call set_progress in an unknown session
      Then the call is refused as SESSION_INVALID

    @task.set_progress.handle
    Scenario: set_progress for a task that never existed
      When I call set_progress for a task that never existed
      Then the call is refused as HANDLE_INVALID
      And the refusal names the class and the reference

  Rule: A fresh task has no progress

    @task.progress.initial
    Scenario: the progress after create
      Given a task of mine
      When I read its progress
      Then its progress is 0

  Rule: get_progress gives progress as the record has it

    @task.get_progress.published @task.get_progress.parameters @task.get_progress.result
    Scenario: calling get_progress
      Given a task of mine
      When I call get_progress
      Then the call succeeds
      And the answer is of type float

    @task.get_progress.effect @task.progress.published @task.progress.type
    Scenario: progress by its getter and in the record
      Given a task of mine
      When I read its record
      Then its progress is as in its record
      And its progress is of its type

  Rule: A parameter too few or too many, an invalid session and a task that does not exist make get_progress fail

    @task.get_progress.count
    Scenario: get_progress with a parameter missing and one too many
      Given a task of mine
      When I call get_progress with a parameter missing
      Then the call is refused as MESSAGE_PARAMETER_COUNT_MISMATCH
      When I call get_progress with a parameter too many
      Then the call is refused as MESSAGE_PARAMETER_COUNT_MISMATCH

    @task.get_progress.session
    Scenario: get_progress in an unknown session
      Given a task of mine
      When I call get_progress in an unknown session
      Then the call is refused as SESSION_INVALID

    @task.get_progress.handle
    Scenario: get_progress for a task that never existed
      When I call get_progress for a task that never existed
      Then the call is refused as HANDLE_INVALID
      And the refusal names the class and the reference
