# Where brokers' files are laid down, as statements/BROKER/YYYY-MM-DD/FILE, and reconcile reads them. It
# writes what became of each beside them, and may change or delete none; and the reports of each day, as
# reports/TENANT/YYYY-MM-DD/FILE, of which versions stay; and what the parts of a day leave until it is
# gathered, as residues/..., for a week. Who lays brokers' files down is named by the bucket's owner: an
# AWS Transfer server, a copy job.

locals {
  own_files = concat(["marks", "reports"], local.parted ? ["residues"] : [])
}

resource "aws_s3_bucket" "statements" {
  count  = var.statements == null ? 0 : 1
  bucket = "${local.name}-statements-${data.aws_caller_identity.this.account_id}"
}

# What was there before somebody wrote over it is still there.
resource "aws_s3_bucket_versioning" "statements" {
  count  = length(aws_s3_bucket.statements)
  bucket = aws_s3_bucket.statements[count.index].id
  versioning_configuration {
    status = "Enabled"
  }
}

# A run that was refused may be looked into; then nobody needs what its parts left.
resource "aws_s3_bucket_lifecycle_configuration" "statements" {
  count  = length(aws_s3_bucket.statements)
  bucket = aws_s3_bucket.statements[count.index].id
  rule {
    id     = "residues"
    status = "Enabled"
    filter {
      prefix = "residues/"
    }
    expiration {
      days = 7
    }
    noncurrent_version_expiration {
      noncurrent_days = 1
    }
  }
}

resource "aws_s3_bucket_server_side_encryption_configuration" "statements" {
  count  = length(aws_s3_bucket.statements)
  bucket = aws_s3_bucket.statements[count.index].id
  rule {
    bucket_key_enabled = true
    apply_server_side_encryption_by_default {
      sse_algorithm     = "aws:kms"
      kms_master_key_id = aws_kms_key.this["statements"].arn
    }
  }
}

resource "aws_s3_bucket_public_access_block" "statements" {
  count                   = length(aws_s3_bucket.statements)
  bucket                  = aws_s3_bucket.statements[count.index].id
  block_public_acls       = true
  block_public_policy     = true
  ignore_public_acls      = true
  restrict_public_buckets = true
}

resource "aws_s3_bucket_policy" "statements" {
  count  = length(aws_s3_bucket.statements)
  bucket = aws_s3_bucket.statements[count.index].id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Deny"
      Action    = ["s3:*"]
      Principal = "*"
      Resource  = [aws_s3_bucket.statements[count.index].arn, "${aws_s3_bucket.statements[count.index].arn}/*"]
      Condition = { Bool = { "aws:SecureTransport" = "false" } }
    }]
  })
}

# A file is looked at when it comes, and not only when the hour comes round; but a large day is not
# begun anew for each of its files.

resource "aws_s3_bucket_notification" "statements" {
  count       = length(aws_s3_bucket.statements)
  bucket      = aws_s3_bucket.statements[count.index].id
  eventbridge = true
}

resource "aws_cloudwatch_event_rule" "statements" {
  count       = length(aws_s3_bucket.statements)
  name        = "${local.name}-statements"
  description = "A file of a broker has come."
  event_pattern = jsonencode({
    source      = ["aws.s3"]
    detail-type = ["Object Created"]
    detail = {
      bucket = { name = [aws_s3_bucket.statements[count.index].id] }
      object = { key = [{ prefix = "statements/" }] }
    }
  })
}

resource "aws_cloudwatch_event_target" "statements" {
  for_each = toset(var.statements == null ? [] : local.sliced ? ["positions"] : ["trades", "positions"])
  rule     = aws_cloudwatch_event_rule.statements[0].name
  arn      = module.function["reconcile"].arn
  input    = jsonencode({ job = each.key })
  retry_policy {
    maximum_event_age_in_seconds = 900
    maximum_retry_attempts       = 2
  }
  dead_letter_config {
    arn = aws_sqs_queue.dead["failed-runs"].arn
  }
}

resource "aws_lambda_permission" "statements" {
  count         = length(aws_s3_bucket.statements)
  action        = "lambda:InvokeFunction"
  function_name = module.function["reconcile"].name
  qualifier     = module.function["reconcile"].alias
  principal     = "events.amazonaws.com"
  source_arn    = aws_cloudwatch_event_rule.statements[count.index].arn
}
