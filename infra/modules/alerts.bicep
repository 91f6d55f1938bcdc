// Who is told, and of what: no job for an hour, an outbox that does not empty, failures, what is about to expire. The phrases that are
// looked for are the bot's own log messages; a test holds them against the code.
param name string
param location string
param tags object
param email string
param workspaceId string

@description('The container app that people and Teams call.')
param appId string

var logs = 'union isfuzzy=true (ContainerAppConsoleLogs | project TimeGenerated, Text = Log), (FunctionAppLogs | project TimeGenerated, Text = Message)'
var once = { numberOfEvaluationPeriods: 1, minFailingPeriodsToAlert: 1 }
var rules = [
  {
    name: 'no-jobs'
    text: 'No job has run for an hour: reminders, closings and mails do not come.'
    query: '${logs} | where Text has "Backlog checked"'
    window: 'PT1H'
    operator: 'LessThan'
    threshold: 1
  }
  {
    name: 'old-outbox'
    text: 'A message has waited in the outbox for more than ten minutes.'
    query: '${logs} | where Text has "Outbox message has waited"'
    window: 'PT15M'
    operator: 'GreaterThan'
    threshold: 0
  }
  {
    name: 'near-expiry'
    text: 'A secret or a certificate in the vault is about to expire, or has.'
    query: 'AzureDiagnostics | where ResourceProvider == "MICROSOFT.KEYVAULT" | where OperationName has_any ("NearExpiry", "Expired")'
    window: 'P1D'
    operator: 'GreaterThan'
    threshold: 0
  }
]

resource people 'Microsoft.Insights/actionGroups@2023-01-01' = {
  name: name
  location: 'global'
  tags: tags
  properties: {
    groupShortName: 'klynge'
    enabled: true
    emailReceivers: [{ name: 'operators', emailAddress: email, useCommonAlertSchema: true }]
  }
}

resource queries 'Microsoft.Insights/scheduledQueryRules@2022-06-15' = [
  for rule in rules: {
    name: '${name}-${rule.name}'
    location: location
    tags: tags
    properties: {
      displayName: rule.name
      description: rule.text
      severity: 2
      enabled: true
      scopes: [workspaceId]
      evaluationFrequency: rule.window == 'P1D' ? 'P1D' : 'PT15M'
      windowSize: rule.window
      skipQueryValidation: true // The tables come with the first log line.
      criteria: {
        allOf: [
          { query: rule.query, timeAggregation: 'Count', operator: rule.operator, threshold: rule.threshold, failingPeriods: once }
        ]
      }
      actions: { actionGroups: [people.id] }
    }
  }
]

resource failures 'Microsoft.Insights/metricAlerts@2018-03-01' = {
  name: '${name}-5xx'
  location: 'global'
  tags: tags
  properties: {
    description: 'The web host answers with failures.'
    severity: 1
    enabled: true
    scopes: [appId]
    evaluationFrequency: 'PT5M'
    windowSize: 'PT15M'
    criteria: {
      'odata.type': 'Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria'
      allOf: [
        {
          criterionType: 'StaticThresholdCriterion'
          name: 'failures'
          metricNamespace: 'Microsoft.App/containerApps'
          metricName: 'Requests'
          dimensions: [{ name: 'statusCodeCategory', operator: 'Include', values: ['5xx'] }]
          operator: 'GreaterThan'
          threshold: 5
          timeAggregation: 'Total'
        }
      ]
    }
    actions: [{ actionGroupId: people.id }]
  }
}
