-- When whoever asked for remarks was told what came of it.
ALTER TABLE "Consultations" ADD COLUMN "ToldAt" timestamptz NULL;
