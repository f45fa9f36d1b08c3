package org.xapitck.kit.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.keyword.DisallowUnknownKeywordFactory;
import java.util.List;

/** Checks JSON by JSON Schema 2020-12; refuses a schema with a keyword that this does not have. */
final class SchemaCheck {
  private static final Dialect DIALECT =
      Dialect.builder(Dialects.getDraft202012())
          .unknownKeywordFactory(DisallowUnknownKeywordFactory.getInstance())
          .build();

  private SchemaCheck() {}

  /** What is wrong, each with its place; empty where nothing is. */
  static List<String> faults(JsonNode schema, JsonNode json) {
    return SchemaRegistry.withDialect(DIALECT).getSchema(schema).validate(json).stream()
        .map(error -> error.getInstanceLocation() + ": " + error.getMessage())
        .toList();
  }
}
