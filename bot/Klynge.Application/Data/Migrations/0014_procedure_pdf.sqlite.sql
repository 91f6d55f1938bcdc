-- The documents of a closed case have columns and a PDF in the library, tried until they are there.
ALTER TABLE "ProcedureDocuments" ADD COLUMN "PdfPath" TEXT NULL;
ALTER TABLE "ProcedureDocuments" ADD COLUMN "PdfUrl" TEXT NULL;
ALTER TABLE "ProcedureDocuments" ADD COLUMN "PublishedAt" TEXT NULL;
ALTER TABLE "ProcedureDocuments" ADD COLUMN "DueAt" TEXT NULL;
ALTER TABLE "ProcedureDocuments" ADD COLUMN "Attempts" INTEGER NOT NULL DEFAULT 0;
