// Everything that one environment of the bot needs, in one resource group. infra/README.md walks through it.
targetScope = 'resourceGroup'

@description('dev, test or prod: part of every name, and a tag.')
@allowed(['dev', 'test', 'prod'])
param environmentName string

@description('Short and lower case; begins every name.')
@minLength(3)
@maxLength(8)
param namePrefix string = 'klynge'

@description('Where data is stored and processed.')
param location string = resourceGroup().location

@description('Tags beside environment and application, such as costCentre and owner.')
param extraTags object = {}

@description('UserAssignedMSI: the bot is its managed identity and there is no secret. SingleTenant: an app registration.')
@allowed(['UserAssignedMSI', 'SingleTenant'])
param botAppType string = 'UserAssignedMSI'

@description('The app registration of a SingleTenant bot; unused for UserAssignedMSI.')
param botAppId string = ''

@description('The name of a Key Vault secret with a SingleTenant bot\'s password. Empty: it signs in federated, by its managed identity.')
param botSecretName string = ''

@description('F0 is free and enough for Teams; S1 has an agreement on availability.')
@allowed(['F0', 'S1'])
param botSku string = 'F0'

@description('Where the channel keeps what it passes on. westeurope keeps it in the EU.')
@allowed(['global', 'westeurope'])
param botLocation string = 'westeurope'

@description('A container registry in this resource group that holds the image.')
param registryName string

@description('Repository and tag of the image, such as klynge-bot:0.1.0.')
param image string

@description('Makes the database and points the bot at it.')
param useDatabase bool = false

@description('The Entra group that administers the database.')
param databaseAdminGroup { objectId: string, name: string } = { objectId: '', name: '' }

@description('Makes the Functions app, which runs the jobs in place of the web host. Needs useDatabase, useMicrosoft365 and sharePointSite: what both hosts share.')
param useFunctions bool = false

@description('Where traces and metrics are sent by OTLP, such as a collector in the same environment. Empty: nowhere.')
param otlpEndpoint string = ''

@description('Connects Outlook, attendance reports, SharePoint and mail. Needs the permissions that grant-graph-permissions.sh grants.')
param useMicrosoft365 bool = false

@description('Where documents go, such as eksempel.sharepoint.com:/sites/sundhedsraad. Empty: to a file share that the bot serves them from.')
param sharePointSite string = ''

@description('The mailbox that mail goes out from. Empty: none is sent.')
param mailbox string = ''

@description('Who is told when something is wrong. Empty: nobody, which prod does not take.')
param alertEmail string = ''

@description('Days that logs are kept.')
param logRetentionDays int = 30

// What a switch needs that is not there: said as a sentence before anything is made, instead of by a host that does not start.
var missing = filter(
  [
    useFunctions && !useDatabase ? 'useFunctions needs useDatabase: both hosts work on one database.' : ''
    useFunctions && keepsDocuments
      ? 'useFunctions needs useMicrosoft365 and sharePointSite: the functions do not reach the share that documents lie on without them.'
      : ''
    useDatabase && (empty(databaseAdminGroup.objectId) || empty(databaseAdminGroup.name))
      ? 'useDatabase needs databaseAdminGroup with objectId and name: without a group nobody could give the bot its role.'
      : ''
    !isManagedBot && empty(botAppId) ? 'A SingleTenant bot needs botAppId: the id of its app registration.' : ''
    useMicrosoft365 && !empty(mailbox) && !contains(mailbox, '@') ? 'mailbox needs an address, such as sekretariat@eksempel.dk.' : ''
    environmentName == 'prod' && empty(alertEmail) ? 'prod needs alertEmail: somebody has to hear of it when something is wrong.' : ''
  ],
  sentence => !empty(sentence)
)
var name = empty(missing) ? '${namePrefix}-${environmentName}' : fail(join(missing, ' '))
var compactName = toLower('${namePrefix}${environmentName}${take(uniqueString(resourceGroup().id), 8)}')
var tags = union(extraTags, { application: 'Klynge.Bot', environment: environmentName })
var isManagedBot = botAppType == 'UserAssignedMSI'
var appId = isManagedBot ? identity.outputs.clientId : botAppId

var keepsDocuments = !useMicrosoft365 || empty(sharePointSite)
var readsSecret = !isManagedBot && !empty(botSecretName)

module identity 'modules/identity.bicep' = {
  name: 'identity'
  params: { name: 'id-${name}', location: location, tags: tags }
}

module webIdentity 'modules/identity.bicep' = {
  name: 'web-identity'
  params: { name: 'id-${name}-web', location: location, tags: tags }
}

module functionsIdentity 'modules/identity.bicep' = if (useFunctions) {
  name: 'functions-identity'
  params: { name: 'id-${name}-functions', location: location, tags: tags }
}

module network 'modules/network.bicep' = {
  name: 'network'
  params: { name: 'vnet-${name}', location: location, tags: tags }
}

module monitoring 'modules/monitoring.bicep' = {
  name: 'monitoring'
  params: { name: 'log-${name}', location: location, tags: tags, retentionDays: logRetentionDays }
}

module vault 'modules/keyvault.bicep' = {
  name: 'vault'
  params: {
    name: 'kv-${compactName}'
    location: location
    tags: tags
    readerPrincipalIds: readsSecret
      ? concat([webIdentity.outputs.principalId], useFunctions ? [functionsIdentity!.outputs.principalId] : [])
      : []
    workspaceId: monitoring.outputs.workspaceId
  }
}

module database 'modules/database.bicep' = if (useDatabase) {
  name: 'database'
  params: {
    name: 'psql-${compactName}'
    location: location
    tags: tags
    adminGroup: databaseAdminGroup
    workspaceId: monitoring.outputs.workspaceId
  }
}

module documents 'modules/documents.bicep' = if (keepsDocuments) {
  name: 'documents'
  params: { name: take('doc${compactName}', 24), location: location, tags: tags }
}

module endpoints 'modules/endpoints.bicep' = {
  name: 'endpoints'
  params: {
    location: location
    tags: tags
    networkId: network.outputs.id
    subnetId: network.outputs.endpointsSubnetId
    targets: concat(
      [{ name: 'vault', resourceId: vault.outputs.id, group: 'vault', zone: 'privatelink.vaultcore.azure.net' }],
      useDatabase
        ? [{ name: 'database', resourceId: database!.outputs.id, group: 'postgresqlServer', zone: 'privatelink.postgres.database.azure.com' }]
        : [],
      keepsDocuments
        ? [{ name: 'documents', resourceId: documents!.outputs.id, group: 'file', zone: 'privatelink.file.${environment().suffixes.storage}' }]
        : [],
      useFunctions
        ? map(['blob', 'queue', 'table'], group => {
            name: group
            resourceId: storage!.outputs.id
            group: group
            zone: 'privatelink.${group}.${environment().suffixes.storage}'
          })
        : []
    )
  }
}

var connectionString = useDatabase
  ? 'Host=${database!.outputs.host};Database=${database!.outputs.databaseName};Username=${identity.outputs.name};SSL Mode=VerifyFull'
  : ''

// What both hosts read. Names and defaults stand in the README; a test compares them with the code.
var commonSettings = {
  MicrosoftAppType: botAppType
  MicrosoftAppId: appId
  MicrosoftAppTenantId: tenant().tenantId
}
var federationSettings = isManagedBot ? {} : { Klynge__FederatedIdentityClientId: identity.outputs.clientId }
var databaseSettings = useDatabase ? { ConnectionStrings__Klynge: connectionString } : {}
var telemetrySettings = empty(otlpEndpoint) ? {} : { OTEL_EXPORTER_OTLP_ENDPOINT: otlpEndpoint }
// Graph posts to the host that runs the jobs, so that a decline is worked off at once: both must name the same address.
var functionAppName = 'func-${compactName}'
var webhookSettings = useFunctions ? { Klynge__WebhookUrl: 'https://${functionAppName}.azurewebsites.net' } : {}
var siteSettings = empty(sharePointSite) ? {} : { Klynge__SharePoint__Site: sharePointSite }
var mailSettings = empty(mailbox) ? {} : { Klynge__Mail__Mailbox: mailbox }
var microsoft365Settings = useMicrosoft365 ? union({ Microsoft365: 'tenant' }, webhookSettings, siteSettings, mailSettings) : {}
var settings = union(commonSettings, federationSettings, databaseSettings, telemetrySettings, microsoft365Settings)

module web 'modules/web.bicep' = {
  name: 'web'
  params: {
    name: 'ca-${name}'
    location: location
    tags: tags
    identityId: webIdentity.outputs.id
    identityPrincipalId: webIdentity.outputs.principalId
    botIdentityId: identity.outputs.id
    subnetId: network.outputs.appsSubnetId
    documents: keepsDocuments ? { server: documents!.outputs.server, path: documents!.outputs.sharePath } : null
    registryName: registryName
    image: image
    settings: union(settings, useFunctions ? { Klynge__RunJobs: 'false' } : {})
    vaultUri: vault.outputs.uri
    secretName: readsSecret ? botSecretName : ''
    workspaceId: monitoring.outputs.workspaceId
  }
  dependsOn: [endpoints]
}

module alerts 'modules/alerts.bicep' = if (!empty(alertEmail)) {
  name: 'alerts'
  params: {
    name: 'alert-${name}'
    location: location
    tags: tags
    email: alertEmail
    workspaceId: monitoring.outputs.workspaceId
    appId: web.outputs.id
    functionAppId: useFunctions ? functions!.outputs.id : ''
    vaultId: vault.outputs.id
  }
}

module bot 'modules/bot.bicep' = {
  name: 'bot'
  params: {
    name: 'bot-${name}'
    location: botLocation
    tags: tags
    sku: botSku
    appType: botAppType
    appId: appId
    identityId: isManagedBot ? identity.outputs.id : ''
    endpoint: '${web.outputs.url}/api/messages'
    workspaceId: monitoring.outputs.workspaceId
  }
}

var passwordSettings = readsSecret
  ? { MicrosoftAppPassword: '@Microsoft.KeyVault(SecretUri=${vault.outputs.uri}secrets/${botSecretName})' }
  : {}

module storage 'modules/storage.bicep' = if (useFunctions) {
  name: 'storage'
  params: { name: take('st${compactName}', 24), location: location, tags: tags, principalId: functionsIdentity!.outputs.principalId }
}

module functions 'modules/functions.bicep' = if (useFunctions) {
  name: 'functions'
  params: {
    name: functionAppName
    location: location
    tags: tags
    identityId: functionsIdentity!.outputs.id
    identityClientId: functionsIdentity!.outputs.clientId
    botIdentityId: identity.outputs.id
    subnetId: network.outputs.functionsSubnetId
    storageName: storage!.outputs.name
    deploymentUrl: storage!.outputs.deploymentUrl
    settings: union(settings, { Klynge__PublicUrl: web.outputs.url }, passwordSettings)
    workspaceId: monitoring.outputs.workspaceId
  }
  dependsOn: [endpoints]
}

@description('For the command manifest: --app-id.')
output appId string = appId

@description('For the command manifest: --domain.')
output domain string = web.outputs.domain

@description('For grant-graph-permissions.sh.')
output identityPrincipalId string = identity.outputs.principalId

@description('The database role of the bot has this name.')
output identityName string = identity.outputs.name

output vaultName string = vault.outputs.name
output databaseHost string = useDatabase ? database!.outputs.host : ''
output functionAppName string = useFunctions ? functions!.outputs.name : ''
