const TYPES = {
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  xlsm: "application/vnd.ms-excel.sheet.macroEnabled.12",
} as const;

/** Remet un classeur au navigateur, qui l'enregistre. Rien ne dit ensuite s'il l'a fait. */
export function telecharger(nom: string, octets: Uint8Array): void {
  const type = /\.xlsm$/i.test(nom) ? TYPES.xlsm : TYPES.xlsx;
  const adresse = URL.createObjectURL(new Blob([octets as BlobPart], { type }));
  const lien = document.createElement("a");
  lien.href = adresse;
  lien.download = nom;
  lien.click();
  // Le navigateur a pris le contenu dès le clic.
  setTimeout(() => URL.revokeObjectURL(adresse), 0);
}
