using '../main.bicep'

param environmentName = 'test'
param registryName = 'REPLACE'
param image = 'klynge-bot:0.1.0'
param extraTags = { owner: 'sekretariatet', data: 'invented' }
param useDatabase = true
param databaseAdminGroup = { objectId: 'REPLACE', name: 'REPLACE' }
param alertEmail = 'REPLACE'
