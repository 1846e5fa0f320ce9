# A key for each kind of what is kept, so that the right to read one opens no other.

locals {
  keys = {
    table      = "the table"
    trade      = "keys that trade"
    read       = "keys that read, and of webhooks and alerts"
    logs       = "logs"
    audit      = "the trail of who did what"
    statements = "brokers' files"
  }

  # Who besides this account's own policies may use a key.
  key_users = {
    logs = {
      Principal = { Service = "logs.${data.aws_region.this.name}.amazonaws.com" }
      Action    = ["kms:Decrypt", "kms:DescribeKey", "kms:Encrypt", "kms:GenerateDataKey", "kms:ReEncryptFrom", "kms:ReEncryptTo"]
      Condition = { ArnLike = { "kms:EncryptionContext:aws:logs:arn" = "arn:aws:logs:${data.aws_region.this.name}:${data.aws_caller_identity.this.account_id}:log-group:/aws/*/${local.name}*" } }
    }
    audit = {
      Principal = { Service = "cloudtrail.amazonaws.com" }
      Action    = ["kms:DescribeKey", "kms:GenerateDataKey"]
      Condition = { StringEquals = { "aws:SourceArn" = local.trail_arn } }
    }
  }
}

resource "aws_kms_key" "this" {
  for_each            = local.keys
  description         = "${local.name}: ${each.value}"
  enable_key_rotation = true

  # In a key's own policy the star means that key.
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = concat(
      [{
        Sid       = "TheAccountsPoliciesDecide"
        Effect    = "Allow"
        Principal = { AWS = "arn:aws:iam::${data.aws_caller_identity.this.account_id}:root" }
        Action    = local.key_actions
        Resource  = "*"
      }],
      [for user in [lookup(local.key_users, each.key, null)] : merge({ Sid = "AService", Effect = "Allow", Resource = "*" }, user) if user != null],
    )
  })
}

resource "aws_kms_alias" "this" {
  for_each      = local.keys
  name          = "alias/${local.name}-${each.key}"
  target_key_id = aws_kms_key.this[each.key].key_id
}

locals {
  key_actions = [
    "kms:CancelKeyDeletion", "kms:CreateAlias", "kms:CreateGrant", "kms:Decrypt", "kms:DeleteAlias", "kms:DescribeKey",
    "kms:DisableKey", "kms:DisableKeyRotation", "kms:EnableKey", "kms:EnableKeyRotation", "kms:Encrypt",
    "kms:GenerateDataKey", "kms:GenerateDataKeyWithoutPlaintext", "kms:GetKeyPolicy", "kms:GetKeyRotationStatus",
    "kms:ListGrants", "kms:ListKeyPolicies", "kms:ListResourceTags", "kms:PutKeyPolicy", "kms:ReEncryptFrom",
    "kms:ReEncryptTo", "kms:RetireGrant", "kms:RevokeGrant", "kms:ScheduleKeyDeletion", "kms:TagResource",
    "kms:UntagResource", "kms:UpdateAlias", "kms:UpdateKeyDescription",
  ]
}
