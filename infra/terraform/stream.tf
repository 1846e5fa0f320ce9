# Alerts leave the table by its stream.

resource "aws_lambda_event_source_mapping" "alerts" {
  event_source_arn                   = aws_dynamodb_table.this.stream_arn
  function_name                      = module.function["alert-router"].arn
  starting_position                  = "TRIM_HORIZON"
  batch_size                         = 25
  bisect_batch_on_function_error     = true
  maximum_retry_attempts             = 10
  function_response_types            = ["ReportBatchItemFailures"]
  maximum_batching_window_in_seconds = 0

  filter_criteria {
    filter {
      pattern = jsonencode({
        eventName = ["INSERT"]
        dynamodb  = { NewImage = { type = { S = ["ALERT"] } } }
      })
    }
  }

  destination_config {
    on_failure {
      destination_arn = aws_sqs_queue.dead["undelivered-alerts"].arn
    }
  }
}
