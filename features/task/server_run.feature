Feature: tasks that the server runs
  A long operation of the server is watched through a task of the server's own. The user names what
  starts one; where nothing does, or none comes to what a scenario needs, there is nothing to judge.

  Rule: A task that ended stays as it ended

    @task.status.final
    Scenario: the status of a task that ended
      Given a task of the server's that ended
      When I read its status
      Then the call succeeds
      And its status is as it ended

  Rule: A result is empty or an encoded value, and a task that failed has none

    @task.result.encoded
    Scenario: the result of a task that succeeded
      Given a task of the server's that succeeded
      When I read its result
      Then the call succeeds
      And its result is empty or an encoded value

    @task.result.failed
    Scenario: the result of a task that failed
      Given a task of the server's that failed
      When I read its result
      Then the call succeeds
      And its result is empty

  Rule: A task that failed says why, and a task that succeeded has no error texts

    @task.error_info.failed
    Scenario: the error_info of a task that failed
      Given a task of the server's that failed
      When I read its error_info
      Then the call succeeds
      And its error_info is not empty

    @task.error_info.succeeded
    Scenario: the error_info of a task that succeeded
      Given a task of the server's that succeeded
      When I read its error_info
      Then the call succeeds
      And its error_info is empty

  Rule: A task ends after it was made, and not in the future

    @task.finished.server_run
    Scenario: the end of a task that the server ran
      Given a task of the server's that ended
      When I read its finished
      Then the call succeeds
      And its finished is between its created and now

  Rule: Work that succeeded has a progress of 1

    @task.progress.succeeded
    Scenario: the progress of a task that succeeded
      Given a task of the server's that succeeded
      When I read its progress
      Then the call succeeds
      And its progress is 1

  Rule: cancel of running work is accepted, or refused as OPERATION_NOT_ALLOWED, and the work ends

    @task.cancel.server_run @uses-up-a-task
    Scenario: cancelling running work
      Given a task of the server's that runs
      And I note how it is
      When I cancel it
      Then the call succeeds, or is refused as OPERATION_NOT_ALLOWED with nothing changed
      And its status is one of "pending", "success", "failure", "cancelling", "cancelled"

    @task.cancel.ends @uses-up-a-task
    Scenario: the end of cancelled work
      Given a task of the server's that runs
      When I cancel it
      Then its status is final in the end

  Rule: A task lists its subtasks, and each subtask names the task

    @task.subtasks.meaning
    Scenario: the subtasks of a task
      Given a task of the server's that has subtasks
      When I read its subtasks
      Then the call succeeds
      And its subtasks is every task that names it in subtask_of

    @task.subtask_of.meaning
    Scenario: the task that each subtask names
      Given a task of the server's that has subtasks
      When I read its subtasks
      Then the call succeeds
      And its subtasks is only tasks that name it in subtask_of
