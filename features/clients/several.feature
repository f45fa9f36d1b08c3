Feature: several clients at once
  Clients do not know of each other. What they ask for at once is done as if they had asked one after the other, in
  whatever order.

  Rule: What one client adds to a task stays when others add to it

    @clients.add_keys @many-clients
    Scenario: clients add keys to one task
      Given a task of mine
      When eight clients add five keys of their own
      Then every call succeeds
      And its other_config holds what the clients added

  Rule: Only one of several clients adds a key

    @clients.one_key @many-clients
    Scenario: clients add one key to one task
      Given a task of mine
      When eight clients add one key with a value of their own
      Then exactly one call succeeds, and every other is refused as MAP_DUPLICATE_KEY
      And its other_config holds what the clients added

  Rule: Where several clients set one field, one of them decides

    @clients.set_progress @many-clients
    Scenario: clients set the progress of one task
      Given a task of mine
      When eight clients set its progress to a value of their own
      Then every call succeeds
      And its progress holds what one of the clients set

  Rule: Every client gets the task that it creates

    @clients.create @many-clients @many-tasks @makes-tasks
    Scenario: clients create tasks
      When eight clients create a task
      Then every call succeeds
      And each client has a task of its own

  Rule: Tasks that several clients create with one label are all found

    @clients.create_alike @many-clients @many-tasks @makes-tasks
    Scenario: clients create tasks with one label
      When eight clients create a task with one label
      Then every call succeeds
      And each client finds its task with those of the others

  Rule: Every client gets the answers to its own calls

    @clients.getters @many-clients @many-tasks
    Scenario: clients read tasks
      Given a task for each of eight clients
      When eight clients read their own task
      Then every call succeeds
      And each client got the answers to its own calls

  Rule: A completed task that several clients destroy is gone

    @clients.destroy @many-clients @uses-up-a-task
    Scenario: clients destroy one task
      Given a task of mine that ended as success
      When eight clients destroy it
      Then at least one call succeeds, and every other is refused as HANDLE_INVALID
      And the server no longer knows it
