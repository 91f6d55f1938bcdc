-- When an item was taken off, and until when members know what has changed on an agenda.
ALTER TABLE "AgendaItems" ADD COLUMN "RemovedAt" TEXT NULL;
ALTER TABLE "Meetings" ADD COLUMN "ChangesToldAt" TEXT NULL;
UPDATE "Meetings" SET "ChangesToldAt" = "AgendaSentAt";
