Feature: task.create
  Makes a task for work that the client does itself. The task stays until somebody destroys it.

  Rule: A label and a description give the reference of a new task

    @task.create.published @task.create.parameters @task.create.result
    Scenario: calling create
      Given another task of mine
      When I call create
      Then the call succeeds
      And the answer is of type task ref
