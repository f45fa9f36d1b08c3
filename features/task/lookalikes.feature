Feature: texts that look like something else
  A text is a text: no server makes a number, a time or another letter of it. Which texts these are stands in the README.

  Rule: A label is not taken for anything else

    @makes-tasks
    Scenario Outline: <texts> as name_label
      When I write <texts> as name_label
      Then what I wrote comes back

      @text.name_label_lookalike
      Examples:
        | texts            |
        | lookalikes       |

      @text.name_label_space
      Examples:
        | texts            |
        | white space      |

      @text.name_label_joined
      Examples:
        | texts            |
        | joined signs     |

      @text.name_label_rare
      Examples:
        | texts            |
        | rare characters  |

      @text.name_label_return
      Examples:
        | texts            |
        | carriage returns |

  Rule: A description is not taken for anything else

    @makes-tasks
    Scenario Outline: <texts> as name_description
      When I write <texts> as name_description
      Then what I wrote comes back

      @text.name_description_lookalike
      Examples:
        | texts            |
        | lookalikes       |

      @text.name_description_space
      Examples:
        | texts            |
        | white space      |

      @text.name_description_joined
      Examples:
        | texts            |
        | joined signs     |

      @text.name_description_rare
      Examples:
        | texts            |
        | rare characters  |

      @text.name_description_return
      Examples:
        | texts            |
        | carriage returns |

  Rule: A result is not taken for anything else

    Scenario Outline: <texts> as result
      Given a task of mine
      When I write <texts> as result
      Then what I wrote comes back

      @text.result_lookalike
      Examples:
        | texts            |
        | lookalikes       |

      @text.result_space
      Examples:
        | texts            |
        | white space      |

      @text.result_joined
      Examples:
        | texts            |
        | joined signs     |

      @text.result_rare
      Examples:
        | texts            |
        | rare characters  |

      @text.result_return
      Examples:
        | texts            |
        | carriage returns |

  Rule: A text in error_info is not taken for anything else

    Scenario Outline: <texts> as error_info
      Given a task of mine
      When I write <texts> as error_info
      Then what I wrote comes back

      @text.error_info_lookalike
      Examples:
        | texts            |
        | lookalikes       |

      @text.error_info_space
      Examples:
        | texts            |
        | white space      |

      @text.error_info_joined
      Examples:
        | texts            |
        | joined signs     |

      @text.error_info_rare
      Examples:
        | texts            |
        | rare characters  |

      @text.error_info_return
      Examples:
        | texts            |
        | carriage returns |

  Rule: A value in other_config is not taken for anything else

    Scenario Outline: <texts> as other_config
      Given a task of mine
      When I write <texts> as other_config
      Then what I wrote comes back

      @text.other_config_lookalike
      Examples:
        | texts            |
        | lookalikes       |

      @text.other_config_space
      Examples:
        | texts            |
        | white space      |

      @text.other_config_joined
      Examples:
        | texts            |
        | joined signs     |

      @text.other_config_rare
      Examples:
        | texts            |
        | rare characters  |

      @text.other_config_return
      Examples:
        | texts            |
        | carriage returns |
