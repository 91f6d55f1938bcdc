-- When an item was taken off, and until when members know what has changed on an agenda.
ALTER TABLE "AgendaItems" ADD COLUMN "RemovedAt" timestamptz NULL;
ALTER TABLE "Meetings" ADD COLUMN "ChangesToldAt" timestamptz NULL;
UPDATE "Meetings" SET "ChangesToldAt" = "AgendaSentAt";
