# One table, as shared/dynamodb/table.json describes it; tests and the local runner read the same.

locals {
  table       = jsondecode(file("${path.module}/../../shared/dynamodb/table.json"))
  table_keys  = { for key in local.table.KeySchema : key.KeyType => key.AttributeName }
  table_types = { for a in local.table.AttributeDefinitions : a.AttributeName => a.AttributeType }
  table_indexes = {
    for index in local.table.GlobalSecondaryIndexes : index.IndexName => {
      keys       = { for key in index.KeySchema : key.KeyType => key.AttributeName }
      projection = index.Projection.ProjectionType
    }
  }
}

resource "aws_dynamodb_table" "this" {
  name                        = local.name
  billing_mode                = local.table.BillingMode
  hash_key                    = local.table_keys.HASH
  range_key                   = local.table_keys.RANGE
  stream_enabled              = local.table.StreamSpecification.StreamEnabled
  stream_view_type            = local.table.StreamSpecification.StreamViewType
  deletion_protection_enabled = var.deletion_protection

  dynamic "attribute" {
    for_each = local.table_types
    content {
      name = attribute.key
      type = attribute.value
    }
  }

  dynamic "global_secondary_index" {
    for_each = local.table_indexes
    content {
      name            = global_secondary_index.key
      hash_key        = global_secondary_index.value.keys.HASH
      range_key       = global_secondary_index.value.keys.RANGE
      projection_type = global_secondary_index.value.projection
    }
  }

  ttl {
    attribute_name = local.table.TimeToLiveSpecification.AttributeName
    enabled        = local.table.TimeToLiveSpecification.Enabled
  }

  point_in_time_recovery {
    enabled = true
  }

  server_side_encryption {
    enabled     = true
    kms_key_arn = aws_kms_key.this["table"].arn
  }
}
