@role-matrix
Feature: who may write the other_config of a task
  The minimum role is pool-operator. A lower role is refused, for its own task too, and nothing changes.
  Servers from 25.8.0 on let every role write other_config of its own tasks, and are judged by that.
  If a server does not report its release, both are right.

  Rule: Only pool-operator and pool-admin may set other_config

    @task.set_other_config.role
    Scenario Outline: set_other_config below pool-operator, as <role>
      Given I am <role>
      And a task of mine
      And I set its other_config to:
        | colour | green |
      And I note how it is
      When I set its other_config to:
        | colour | red |
      Then the call succeeds, or is refused as RBAC_PERMISSION_DENIED with nothing changed

      Examples:
        | role           |
        | read-only      |
        | vm-operator    |
        | vm-admin       |
        | vm-power-admin |

    @task.set_other_config.role
    Scenario Outline: set_other_config allowed to <role>
      Given I am <role>
      And a task of mine
      And I set its other_config to:
        | colour | green |
      When I set its other_config to:
        | colour | red |
      Then the call succeeds

      Examples:
        | role          |
        | pool-operator |
        | pool-admin    |

  Rule: Only pool-operator and pool-admin may add to other_config

    @task.add_to_other_config.role
    Scenario Outline: add_to_other_config below pool-operator, as <role>
      Given I am <role>
      And a task of mine
      And I set its other_config to:
        | colour | green |
      And I note how it is
      When I add the key "shape" with the value "round"
      Then the call succeeds, or is refused as RBAC_PERMISSION_DENIED with nothing changed

      Examples:
        | role           |
        | read-only      |
        | vm-operator    |
        | vm-admin       |
        | vm-power-admin |

    @task.add_to_other_config.role
    Scenario Outline: add_to_other_config allowed to <role>
      Given I am <role>
      And a task of mine
      And I set its other_config to:
        | colour | green |
      When I add the key "shape" with the value "round"
      Then the call succeeds

      Examples:
        | role          |
        | pool-operator |
        | pool-admin    |

  Rule: Only pool-operator and pool-admin may remove from other_config

    @task.remove_from_other_config.role
    Scenario Outline: remove_from_other_config below pool-operator, as <role>
      Given I am <role>
      And a task of mine
      And I set its other_config to:
        | colour | green |
      And I note how it is
      When I remove the key "colour"
      Then the call succeeds, or is refused as RBAC_PERMISSION_DENIED with nothing changed

      Examples:
        | role           |
        | read-only      |
        | vm-operator    |
        | vm-admin       |
        | vm-power-admin |

    @task.remove_from_other_config.role
    Scenario Outline: remove_from_other_config allowed to <role>
      Given I am <role>
      And a task of mine
      And I set its other_config to:
        | colour | green |
      When I remove the key "colour"
      Then the call succeeds

      Examples:
        | role          |
        | pool-operator |
        | pool-admin    |
