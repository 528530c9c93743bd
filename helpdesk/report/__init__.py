"""Reports and documents: figures as frozen values in, PDF, XLSX, CSV and JSON out. Reads no storage."""
