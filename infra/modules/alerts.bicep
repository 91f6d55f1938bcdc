// Who is told, and of what: no job for an hour, an outbox that does not empty, failures of either host, what is about to expire. The
// phrases that are looked for are the bot's own log messages; a test holds them against the code.
param name string
param location string
param tags object
param email string
param workspaceId string

@description('The container app that people and Teams call.')
param appId string

@description('The function app that Graph calls; empty for none.')
param functionAppId string
param vaultId string

var logs = 'union isfuzzy=true (ContainerAppConsoleLogs | project TimeGenerated, Text = Log), (FunctionAppLogs | project TimeGenerated, Text = Message)'
var hasFunctions = !empty(functionAppId)
var once = { numberOfEvaluationPeriods: 1, minFailingPeriodsToAlert: 1 }
var failedFunctions = {
  name: 'failed-functions'
  text: 'Functions fail again and again.'
  query: 'FunctionAppLogs | where Level in ("Error", "Critical")'
  window: 'PT15M'
  operator: 'GreaterThan'
  threshold: 5
}
var rules = concat(hasFunctions ? [failedFunctions] : [], [
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
])

// The vault says it thirty days before, and again when it is over. It says so to Event Grid and to nobody else: its logs hold only what
// people and programs did with it.
var expiries = [
  'Microsoft.KeyVault.SecretNearExpiry'
  'Microsoft.KeyVault.SecretExpired'
  'Microsoft.KeyVault.CertificateNearExpiry'
  'Microsoft.KeyVault.CertificateExpired'
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
      evaluationFrequency: 'PT15M'
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

resource functionFailures 'Microsoft.Insights/metricAlerts@2018-03-01' = if (hasFunctions) {
  name: '${name}-functions-5xx'
  location: 'global'
  tags: tags
  properties: {
    description: 'The function app answers Graph with failures.'
    severity: 1
    enabled: true
    scopes: [functionAppId]
    evaluationFrequency: 'PT5M'
    windowSize: 'PT15M'
    criteria: {
      'odata.type': 'Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria'
      allOf: [
        {
          criterionType: 'StaticThresholdCriterion'
          name: 'failures'
          metricNamespace: 'Microsoft.Web/sites'
          metricName: 'Http5xx'
          operator: 'GreaterThan'
          threshold: 5
          timeAggregation: 'Total'
          skipMetricValidation: true // Not every plan has it from the beginning; failed-functions looks at the log beside it.
        }
      ]
    }
    actions: [{ actionGroupId: people.id }]
  }
}

resource vaultEvents 'Microsoft.EventGrid/systemTopics@2025-02-15' = {
  name: '${name}-vault'
  location: location
  tags: tags
  properties: { source: vaultId, topicType: 'Microsoft.KeyVault.vaults' }
}

resource nearExpiry 'Microsoft.EventGrid/systemTopics/eventSubscriptions@2025-02-15' = {
  parent: vaultEvents
  name: 'near-expiry'
  properties: {
    eventDeliverySchema: 'CloudEventSchemaV1_0' // The only one that alerts take.
    filter: { includedEventTypes: expiries }
    destination: {
      endpointType: 'MonitorAlert'
      properties: {
        severity: 'Sev1'
        description: 'A secret or a certificate in the vault is about to expire, or has.'
        actionGroups: [people.id]
      }
    }
  }
}
