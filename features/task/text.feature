Feature: texts in a task
  Whatever a client writes into a task it reads back, letter by letter: a blank more or less is an error.

  Rule: A label comes back as it was given

    @text.name_label @makes-tasks
    Scenario Outline: a label of <text>
      When I create a task with the name_label <text>
      Then the call succeeds
      And its name_label is <text>

      Examples:
        | text         |
        | empty        |
        | spaces       |
        | markup       |
        | end of CDATA |
        | accents      |
        | Chinese      |
        | emoji        |

    @text.name_label_long @makes-tasks @large
    Scenario: a label that is long
      When I create a task with the name_label 64 KiB of ASCII
      Then the call succeeds
      And its name_label is 64 KiB of ASCII

  Rule: A description comes back as it was given

    @text.name_description @makes-tasks
    Scenario Outline: a description of <text>
      When I create a task with the name_description <text>
      Then the call succeeds
      And its name_description is <text>

      Examples:
        | text         |
        | empty        |
        | spaces       |
        | markup       |
        | end of CDATA |
        | accents      |
        | Chinese      |
        | emoji        |

    @text.name_description_long @makes-tasks @large
    Scenario: a description that is long
      When I create a task with the name_description 64 KiB of ASCII
      Then the call succeeds
      And its name_description is 64 KiB of ASCII

  Rule: A result comes back as it was given

    @text.result
    Scenario Outline: a result of <text>
      Given a task of mine
      When I set its result to <text>
      Then the call succeeds
      And its result is <text>

      Examples:
        | text         |
        | empty        |
        | spaces       |
        | markup       |
        | end of CDATA |
        | accents      |
        | Chinese      |
        | emoji        |

    @text.result_long @large
    Scenario: a result that is long
      Given a task of mine
      When I set its result to 64 KiB of ASCII
      Then the call succeeds
      And its result is 64 KiB of ASCII

  Rule: A text in error_info comes back as it was given

    @text.error_info
    Scenario Outline: a text in error_info of <text>
      Given a task of mine
      When I set its error_info to <text>
      Then the call succeeds
      And its error_info holds:
        | <text> |

      Examples:
        | text         |
        | empty        |
        | spaces       |
        | markup       |
        | end of CDATA |
        | accents      |
        | Chinese      |
        | emoji        |

    @text.error_info_long @large
    Scenario: a text in error_info that is long
      Given a task of mine
      When I set its error_info to 64 KiB of ASCII
      Then the call succeeds
      And its error_info holds:
        | 64 KiB of ASCII |

  Rule: A value in other_config comes back as it was given

    @text.other_config
    Scenario Outline: a value of <text>
      Given a task of mine
      When I add the key "kit.text" with the value <text>
      Then the call succeeds
      And its other_config holds:
        | kit.text | <text> |

      Examples:
        | text         |
        | empty        |
        | spaces       |
        | markup       |
        | end of CDATA |
        | accents      |
        | Chinese      |
        | emoji        |

    @text.other_config
    Scenario: values of every kind in a map that is set as a whole
      Given a task of mine
      When I set its other_config to:
        | kit.empty    | empty        |
        | kit.spaces   | spaces       |
        | kit.markup   | markup       |
        | kit.cdata    | end of CDATA |
        | kit.accents  | accents      |
        | kit.chinese  | Chinese      |
        | kit.emoji    | emoji        |
      Then the call succeeds
      And its other_config holds:
        | kit.empty    | empty        |
        | kit.spaces   | spaces       |
        | kit.markup   | markup       |
        | kit.cdata    | end of CDATA |
        | kit.accents  | accents      |
        | kit.chinese  | Chinese      |
        | kit.emoji    | emoji        |

    @text.other_config_long @large
    Scenario: a value that is long
      Given a task of mine
      When I add the key "kit.text" with the value 64 KiB of ASCII
      Then the call succeeds
      And its other_config holds:
        | kit.text | 64 KiB of ASCII |

  Rule: A key in other_config comes back as it was given, and its case counts

    @text.other_config_key
    Scenario Outline: the key <key>
      Given a task of mine
      When I add the key "<key>" with the value "kept"
      Then the call succeeds
      And its other_config holds:
        | <key> | kept |

      Examples:
        | key                  |
        | With.Dots_and-Dashes |
        | 0123                 |

    @text.other_config_key
    Scenario: two keys that differ in case
      Given a task of mine
      When I set its other_config to:
        | Colour | green |
        | colour | red   |
      Then the call succeeds
      And its other_config holds:
        | Colour | green |
        | colour | red   |
