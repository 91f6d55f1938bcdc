-- A deadline can have a plan of reminders of its own.
ALTER TABLE "Deadlines" ADD COLUMN "Reminders" TEXT NULL;
ALTER TABLE "DeadlineChanges" ADD COLUMN "RemindersBefore" TEXT NULL;
