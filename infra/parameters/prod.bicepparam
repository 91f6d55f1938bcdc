using '../main.bicep'

param environmentName = 'prod'
param registryName = 'REPLACE'
param image = 'klynge-bot:0.1.0'
param extraTags = { owner: 'sekretariatet', data: 'confidential' }
param botSku = 'S1'
param logRetentionDays = 180
param useDatabase = true
param databaseAdminGroup = { objectId: 'REPLACE', name: 'REPLACE' }
param alertEmail = 'REPLACE'
