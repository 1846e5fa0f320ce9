# A new version gets its calls bit by bit, and none any more when an alarm rings meanwhile.

resource "aws_codedeploy_deployment_group" "this" {
  app_name               = var.rollout.application
  deployment_group_name  = var.name
  service_role_arn       = var.rollout.role
  deployment_config_name = "CodeDeployDefault.Lambda${var.rollout.strategy}"

  deployment_style {
    deployment_option = "WITH_TRAFFIC_CONTROL"
    deployment_type   = "BLUE_GREEN"
  }

  alarm_configuration {
    enabled = true
    alarms  = [aws_cloudwatch_metric_alarm.errors.alarm_name, aws_cloudwatch_metric_alarm.slow.alarm_name]
  }

  auto_rollback_configuration {
    enabled = true
    events  = ["DEPLOYMENT_FAILURE", "DEPLOYMENT_STOP_ON_ALARM"]
  }
}
