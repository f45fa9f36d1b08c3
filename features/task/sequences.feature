Feature: one change after another
  Each change leaves what an earlier one wrote, and takes away what it replaces.

  Rule: Two fields keep their values, whichever is set first

    Scenario Outline: <one> and <other>, in both orders
      Given a task of mine
      When I set its <one>, then its <other>
      Then what I wrote comes back
      When I set its <other>, then its <one>
      Then what I wrote comes back

      @task.pair_status_progress
      Examples:
        | one    | other    |
        | status | progress |

      @task.pair_status_result
      Examples:
        | one    | other  |
        | status | result |

      @task.pair_status_error_info
      Examples:
        | one    | other      |
        | status | error_info |

      @task.pair_status_other_config
      Examples:
        | one    | other        |
        | status | other_config |

      @task.pair_progress_result
      Examples:
        | one      | other  |
        | progress | result |

      @task.pair_progress_error_info
      Examples:
        | one      | other      |
        | progress | error_info |

      @task.pair_progress_other_config
      Examples:
        | one      | other        |
        | progress | other_config |

      @task.pair_result_error_info
      Examples:
        | one    | other      |
        | result | error_info |

      @task.pair_result_other_config
      Examples:
        | one    | other        |
        | result | other_config |

      @task.pair_error_info_other_config
      Examples:
        | one        | other        |
        | error_info | other_config |

  Rule: A list comes back whole, however long it and the one before are

    @task.set_error_info.lengths
    Scenario Outline: a list of <before>, then of <after>
      Given a task of mine
      When I fill its error_info with <before>
      Then what I wrote comes back
      When I fill its error_info with <after>
      Then what I wrote comes back

      Examples:
        | before      | after      |
        | 100 entries | 3 entries  |
        | 1 entries   | 10 entries |
        | 2 entries   | 0 entries  |

  Rule: A map comes back whole, however large it and the one before are

    @task.set_other_config.sizes
    Scenario Outline: a map of <before>, then of <after>
      Given a task of mine
      When I fill its other_config with <before>
      Then what I wrote comes back
      When I fill its other_config with <after>
      Then what I wrote comes back

      Examples:
        | before      | after      |
        | 100 entries | 3 entries  |
        | 1 entries   | 10 entries |
        | 2 entries   | 0 entries  |

  Rule: Pairs that are added one by one are all there

    @task.add_to_other_config.ten
    Scenario: ten pairs one by one
      Given a task of mine
      When I fill its other_config with 10 entries, one by one
      Then what I wrote comes back

  Rule: A key that is no longer in other_config may be added again

    @task.add_to_other_config.returns
    Scenario: a key that was removed
      Given a task of mine
      And I add the key "kit.again" with the value "first"
      And I remove the key "kit.again"
      When I add the key "kit.again" with the value "second"
      Then the call succeeds
      And its other_config holds:
        | kit.again | second |

    @task.add_to_other_config.after_set
    Scenario: a key of the map before
      Given a task of mine
      And I add the key "kit.again" with the value "first"
      And I set its other_config to:
        | kit.set | kept |
      When I add the key "kit.again" with the value "second"
      Then the call succeeds
      And its other_config holds:
        | kit.set   | kept   |
        | kit.again | second |

  Rule: A client may still write to a task that was cancelled and is pending

    @task.cancel.writable @uses-up-a-task
    Scenario: writing after a cancel
      Given a task of mine
      And I note how it is
      When I cancel it
      Then the call succeeds, or is refused as OPERATION_NOT_ALLOWED with nothing changed
      And its status is pending still
      When I set its result, then its other_config
      Then what I wrote comes back
