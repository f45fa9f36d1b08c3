Feature: task.other_config
  A map for whatever a client wants to keep with a task. It may be set as a whole or pair by pair.

  Rule: set_other_config takes a task and a map and answers with nothing

    @task.set_other_config.published @task.set_other_config.parameters @task.set_other_config.result
    Scenario: calling set_other_config
      Given a task of mine
      When I call set_other_config
      Then the call succeeds
      And the answer is of type void

  Rule: add_to_other_config takes a task, a key and a value and answers with nothing

    @task.add_to_other_config.published @task.add_to_other_config.parameters @task.add_to_other_config.result
    Scenario: calling add_to_other_config
      Given a task of mine
      When I call add_to_other_config
      Then the call succeeds
      And the answer is of type void

  Rule: remove_from_other_config takes a task and a key and answers with nothing

    @task.remove_from_other_config.published @task.remove_from_other_config.parameters @task.remove_from_other_config.result
    Scenario: calling remove_from_other_config
      Given a task of mine
      When I call remove_from_other_config
      Then the call succeeds
      And the answer is of type void

  Rule: The map that was set is the map of the task

    @task.set_other_config.effect @task.other_config.access @task.other_config.meaning
    Scenario: setting two pairs
      Given a task of mine
      When I set its other_config to:
        | colour | green |
        | shape  | round |
      Then the call succeeds
      And its other_config holds:
        | colour | green |
        | shape  | round |

  Rule: The new map takes the place of the old one

    @task.set_other_config.replaces
    Scenario: a second map without a key of the first
      Given a task of mine
      And I set its other_config to:
        | colour | green |
        | shape  | round |
      When I set its other_config to:
        | shape | square |
        | size  | small  |
      Then the call succeeds
      And its other_config holds:
        | shape | square |
        | size  | small  |

  Rule: A pair that is added is in the map, beside those that were there

    @task.add_to_other_config.effect
    Scenario: adding to an empty map
      Given a task of mine
      When I add the key "colour" with the value "green"
      Then the call succeeds
      And its other_config holds:
        | colour | green |

    @task.add_to_other_config.keeps
    Scenario: adding a key beside keys that are nearly the same
      Given a task of mine
      And I set its other_config to:
        | colour | green |
        | shap   | less  |
        | shapes | more  |
        | Shape  | large |
      When I add the key "shape" with the value "round"
      Then the call succeeds
      And its other_config holds:
        | colour | green |
        | shap   | less  |
        | shapes | more  |
        | Shape  | large |
        | shape  | round |

  Rule: A key that the map already has is refused, and its value stays

    @task.add_to_other_config.duplicate @error.duplicate_key
    Scenario: adding a key with another value
      Given a task of mine
      And I set its other_config to:
        | colour | green |
      When I add the key "colour" with the value "red"
      Then the call is refused as MAP_DUPLICATE_KEY
      And its other_config holds:
        | colour | green |

  Rule: A key that is removed is gone, and the others stay

    @task.remove_from_other_config.effect
    Scenario: removing the only key
      Given a task of mine
      And I set its other_config to:
        | colour | green |
      When I remove the key "colour"
      Then the call succeeds
      And its other_config is empty

    @task.remove_from_other_config.keeps
    Scenario: removing a key beside keys that are nearly the same
      Given a task of mine
      And I set its other_config to:
        | colour | green |
        | shap   | less  |
        | shape  | round |
        | shapes | more  |
        | Shape  | large |
      When I remove the key "shape"
      Then the call succeeds
      And its other_config holds:
        | colour | green |
        | shap   | less  |
        | shapes | more  |
        | Shape  | large |

  Rule: Removing a key that is not there succeeds and changes nothing

    @task.remove_from_other_config.missing
    Scenario: removing another key than those of the map
      Given a task of mine
      And I set its other_config to:
        | colour | green |
      When I remove the key "shape"
      Then the call succeeds
      And its other_config holds:
        | colour | green |

    @task.remove_from_other_config.missing
    Scenario: removing a key from an empty map
      Given a task of mine
      When I remove the key "shape"
      Then the call succeeds
      And its other_config is empty

  Rule: Changing the map changes no other field

    @task.set_other_config.isolation
    Scenario: the other fields at set_other_config
      Given a task of mine
      And I note how it is
      When I set its other_config to:
        | colour | red |
      Then the call succeeds
      And its fields are unchanged:
        | name_label       |
        | name_description |
        | status           |

    @task.add_to_other_config.isolation
    Scenario: the other fields at add_to_other_config
      Given a task of mine
      And I note how it is
      When I add the key "colour" with the value "green"
      Then the call succeeds
      And its fields are unchanged:
        | name_label       |
        | name_description |
        | status           |

    @task.remove_from_other_config.isolation
    Scenario: the other fields at remove_from_other_config
      Given a task of mine
      And I set its other_config to:
        | colour | green |
      And I note how it is
      When I remove the key "colour"
      Then the call succeeds
      And its fields are unchanged:
        | name_label       |
        | name_description |
        | status           |

  Rule: set_other_config leaves other tasks alone

    @task.set_other_config.bystander
    Scenario: set_other_config beside another task
      Given a task of mine
      And another task of mine
      And I note how the other task is
      When I set its other_config to:
        | colour | red |
      Then the call succeeds
      And the other task is unchanged

  Rule: add_to_other_config leaves other tasks alone

    @task.add_to_other_config.bystander
    Scenario: add_to_other_config beside another task
      Given a task of mine
      And another task of mine
      And I note how the other task is
      When I add the key "colour" with the value "red"
      Then the call succeeds
      And the other task is unchanged

  Rule: remove_from_other_config leaves other tasks alone

    @task.remove_from_other_config.bystander
    Scenario: remove_from_other_config beside another task
      Given a task of mine
      And another task of mine
      And I set its other_config to:
        | colour | green |
      And I note how the other task is
      When I remove the key "colour"
      Then the call succeeds
      And the other task is unchanged

  Rule: A parameter too few or too many, an invalid session and a task that does not exist make set_other_config fail

    @task.set_other_config.count
    Scenario: set_other_config with a parameter missing and one too many
      Given a task of mine
      When I call set_other_config with a parameter missing
      Then the call is refused as MESSAGE_PARAMETER_COUNT_MISMATCH
      When I call set_other_config with a parameter too many
      Then the call is refused as MESSAGE_PARAMETER_COUNT_MISMATCH

    @task.set_other_config.session
    Scenario: set_other_config in an unknown session
      Given a task of mine
      When I call set_other_config in an unknown session
      Then the call is refused as SESSION_INVALID

    @task.set_other_config.handle
    Scenario: set_other_config for a task that never existed
      When I call set_other_config for a task that never existed
      Then the call is refused as HANDLE_INVALID
      And the refusal names the class and the reference

  Rule: A parameter too few or too many, an invalid session and a task that does not exist make add_to_other_config fail

    @task.add_to_other_config.count
    Scenario: add_to_other_config with a parameter missing and one too many
      Given a task of mine
      When I call add_to_other_config with a parameter missing
      Then the call is refused as MESSAGE_PARAMETER_COUNT_MISMATCH
      When I call add_to_other_config with a parameter too many
      Then the call is refused as MESSAGE_PARAMETER_COUNT_MISMATCH

    @task.add_to_other_config.session
    Scenario: add_to_other_config in an unknown session
      Given a task of mine
      When I call add_to_other_config in an unknown session
      Then the call is refused as SESSION_INVALID

    @task.add_to_other_config.handle
    Scenario: add_to_other_config for a task that never existed
      When I call add_to_other_config for a task that never existed
      Then the call is refused as HANDLE_INVALID
      And the refusal names the class and the reference

  Rule: A parameter too few or too many, an invalid session and a task that does not exist make remove_from_other_config fail

    @task.remove_from_other_config.count
    Scenario: remove_from_other_config with a parameter missing and one too many
      Given a task of mine
      When I call remove_from_other_config with a parameter missing
      Then the call is refused as MESSAGE_PARAMETER_COUNT_MISMATCH
      When I call remove_from_other_config with a parameter too many
      Then the call is refused as MESSAGE_PARAMETER_COUNT_MISMATCH

    @task.remove_from_other_config.session
    Scenario: remove_from_other_config in an unknown session
      Given a task of mine
      When I call remove_from_other_config in an unknown session
      Then the call is refused as SESSION_INVALID

    @task.remove_from_other_config.handle
    Scenario: remove_from_other_config for a task that never existed
      When I call remove_from_other_config for a task that never existed
      Then the call is refused as HANDLE_INVALID
      And the refusal names the class and the reference

  Rule: A fresh task has an empty map

    @task.other_config.default
    Scenario: the other_config after create
      Given a task of mine
      When I read its other_config
      Then its other_config is empty

  Rule: get_other_config gives other_config as the record has it

    @task.get_other_config.published @task.get_other_config.parameters @task.get_other_config.result
    Scenario: calling get_other_config
      Given a task of mine
      When I call get_other_config
      Then the call succeeds
      And the answer is of type (string → string) map

    @task.get_other_config.effect @task.other_config.published @task.other_config.type
    Scenario: other_config by its getter and in the record
      Given a task of mine
      When I read its record
      Then its other_config is as in its record
      And its other_config is of its type

  Rule: A parameter too few or too many, an invalid session and a task that does not exist make get_other_config fail

    @task.get_other_config.count
    Scenario: get_other_config with a parameter missing and one too many
      Given a task of mine
      When I call get_other_config with a parameter missing
      Then the call is refused as MESSAGE_PARAMETER_COUNT_MISMATCH
      When I call get_other_config with a parameter too many
      Then the call is refused as MESSAGE_PARAMETER_COUNT_MISMATCH

    @task.get_other_config.session
    Scenario: get_other_config in an unknown session
      Given a task of mine
      When I call get_other_config in an unknown session
      Then the call is refused as SESSION_INVALID

    @task.get_other_config.handle
    Scenario: get_other_config for a task that never existed
      When I call get_other_config for a task that never existed
      Then the call is refused as HANDLE_INVALID
      And the refusal names the class and the reference
