# Who did what in the account, such as read a key that trades or changed a function: kept where nobody,
# not even its owner, can change or delete it before its time. What became of orders, and what operators
# did, is in the table; a copy of it lies here each day, so that the chain of an order's history can be
# held against one that nobody could rewrite.

locals {
  trail_arn = "arn:aws:cloudtrail:${data.aws_region.this.name}:${data.aws_caller_identity.this.account_id}:trail/${local.name}"
}

resource "aws_s3_bucket" "audit" {
  count               = var.retention.audit_years > 0 ? 1 : 0
  bucket              = "${local.name}-audit-${data.aws_caller_identity.this.account_id}"
  object_lock_enabled = true
}

resource "aws_s3_bucket_versioning" "audit" {
  count  = length(aws_s3_bucket.audit)
  bucket = aws_s3_bucket.audit[count.index].id
  versioning_configuration {
    status = "Enabled"
  }
}

resource "aws_s3_bucket_object_lock_configuration" "audit" {
  count  = length(aws_s3_bucket.audit)
  bucket = aws_s3_bucket.audit[count.index].id
  rule {
    default_retention {
      mode  = var.deletion_protection ? "COMPLIANCE" : "GOVERNANCE"
      years = var.retention.audit_years
    }
  }
  depends_on = [aws_s3_bucket_versioning.audit]
}

resource "aws_s3_bucket_server_side_encryption_configuration" "audit" {
  count  = length(aws_s3_bucket.audit)
  bucket = aws_s3_bucket.audit[count.index].id
  rule {
    bucket_key_enabled = true
    apply_server_side_encryption_by_default {
      sse_algorithm     = "aws:kms"
      kms_master_key_id = aws_kms_key.this["audit"].arn
    }
  }
}

resource "aws_s3_bucket_public_access_block" "audit" {
  count                   = length(aws_s3_bucket.audit)
  bucket                  = aws_s3_bucket.audit[count.index].id
  block_public_acls       = true
  block_public_policy     = true
  ignore_public_acls      = true
  restrict_public_buckets = true
}

resource "aws_s3_bucket_policy" "audit" {
  count  = length(aws_s3_bucket.audit)
  bucket = aws_s3_bucket.audit[count.index].id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect    = "Allow"
        Action    = ["s3:GetBucketAcl"]
        Principal = { Service = "cloudtrail.amazonaws.com" }
        Resource  = [aws_s3_bucket.audit[count.index].arn]
        Condition = { StringEquals = { "aws:SourceArn" = local.trail_arn } }
      },
      {
        Effect    = "Allow"
        Action    = ["s3:PutObject"]
        Principal = { Service = "cloudtrail.amazonaws.com" }
        # The names of its files are CloudTrail's own.
        Resource  = ["${aws_s3_bucket.audit[count.index].arn}/AWSLogs/${data.aws_caller_identity.this.account_id}/*"]
        Condition = { StringEquals = { "aws:SourceArn" = local.trail_arn, "s3:x-amz-acl" = "bucket-owner-full-control" } }
      },
      {
        Effect    = "Deny"
        Action    = ["s3:*"]
        Principal = "*"
        Resource  = [aws_s3_bucket.audit[count.index].arn, "${aws_s3_bucket.audit[count.index].arn}/*"]
        Condition = { Bool = { "aws:SecureTransport" = "false" } }
      },
    ]
  })
}

resource "aws_cloudtrail" "this" {
  count                         = length(aws_s3_bucket.audit)
  name                          = local.name
  s3_bucket_name                = aws_s3_bucket.audit[count.index].id
  kms_key_id                    = aws_kms_key.this["audit"].arn
  enable_log_file_validation    = true
  include_global_service_events = true
  is_multi_region_trail         = true
  depends_on                    = [aws_s3_bucket_policy.audit, aws_s3_bucket_object_lock_configuration.audit]
}

resource "aws_scheduler_schedule" "copy" {
  count                        = length(aws_s3_bucket.audit)
  name                         = "${local.name}-audit-copy"
  schedule_expression          = "cron(20 0 * * ? *)"
  schedule_expression_timezone = "UTC"

  flexible_time_window {
    mode = "OFF"
  }

  target {
    arn      = "arn:aws:scheduler:::aws-sdk:dynamodb:exportTableToPointInTime"
    role_arn = aws_iam_role.copy[count.index].arn
    input = jsonencode({
      TableArn       = aws_dynamodb_table.this.arn
      S3Bucket       = aws_s3_bucket.audit[count.index].id
      S3Prefix       = "table"
      S3SseAlgorithm = "KMS"
      S3SseKmsKeyId  = aws_kms_key.this["audit"].arn
      ExportFormat   = "DYNAMODB_JSON"
    })

    retry_policy {
      maximum_retry_attempts = 3
    }

    dead_letter_config {
      arn = aws_sqs_queue.dead["failed-runs"].arn
    }
  }
}

resource "aws_iam_role" "copy" {
  count              = length(aws_s3_bucket.audit)
  name               = "${local.name}-audit-copy"
  assume_role_policy = aws_iam_role.scheduler.assume_role_policy
}

# It writes, and can neither read nor delete what it wrote.
resource "aws_iam_role_policy" "copy" {
  count = length(aws_s3_bucket.audit)
  name  = "copies"
  role  = aws_iam_role.copy[count.index].id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = ["dynamodb:ExportTableToPointInTime"]
        Resource = [aws_dynamodb_table.this.arn]
      },
      {
        Effect   = "Allow"
        Action   = ["s3:AbortMultipartUpload", "s3:PutObject"]
        Resource = ["${aws_s3_bucket.audit[count.index].arn}/table/*"]
      },
      {
        Effect   = "Allow"
        Action   = ["kms:Decrypt", "kms:GenerateDataKey"]
        Resource = [aws_kms_key.this["audit"].arn]
      },
      {
        Effect   = "Allow"
        Action   = ["sqs:SendMessage"]
        Resource = [aws_sqs_queue.dead["failed-runs"].arn]
      },
    ]
  })
}
