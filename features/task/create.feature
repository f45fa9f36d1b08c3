Feature: task.create
  Makes a task for work that the client does itself. The server only keeps the books:
  what becomes of the task is for its maker to say, and so is its end.

  Rule: A label and a description give the reference of a new task

    @task.create.published @task.create.parameters @task.create.result @makes-tasks
    Scenario: calling create
      When I call create
      Then the call succeeds
      And the answer is of type task ref

  Rule: The new task carries the label and the description that were given

    @task.create.effect @task.name_label.meaning @makes-tasks
    Scenario: a label of its own
      When I create a task with the name_label "nightly export"
      Then the call succeeds
      And its name_label is "nightly export"

    @task.create.effect @task.name_description.meaning @makes-tasks
    Scenario: a description of its own
      When I create a task with the name_description "copies the disks of all machines"
      Then the call succeeds
      And its name_description is "copies the disks of all machines"

  Rule: Each call makes another task

    @task.create.unique @task.uuid.meaning @makes-tasks
    Scenario: two tasks
      Given another task of mine
      When I create a task
      Then its ref differs from the other task's
      And its uuid differs from the other task's

  Rule: The new task is listed at once

    @task.create.listed @makes-tasks
    Scenario: listing right after create
      When I create a task
      And I list all tasks
      Then the answer contains it

  Rule: create leaves other tasks alone

    @task.create.bystander @makes-tasks
    Scenario: create beside another task
      Given another task of mine
      And I note how the other task is
      When I create a task
      Then the call succeeds
      And the other task is unchanged

  Rule: A parameter too few or too many, and an invalid session, make create fail

    @task.create.count @makes-tasks
    Scenario: create with a parameter missing and one too many
      When I call create with a parameter missing
      Then the call is refused as MESSAGE_PARAMETER_COUNT_MISMATCH
      When I call create with a parameter too many
      Then the call is refused as MESSAGE_PARAMETER_COUNT_MISMATCH

    @task.create.session @makes-tasks
    Scenario: create in an unknown session
      When I call create in an unknown session
      Then the call is refused as SESSION_INVALID
