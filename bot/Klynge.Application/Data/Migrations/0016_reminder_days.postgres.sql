-- A deadline can have a plan of reminders of its own.
ALTER TABLE "Deadlines" ADD COLUMN "Reminders" text;
ALTER TABLE "DeadlineChanges" ADD COLUMN "RemindersBefore" text;
