"""The graph: schema, identity resolution, projection of the record, stores."""
