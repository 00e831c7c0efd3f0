/** Montre une cellule à l'utilisateur : active sa feuille et la sélectionne. Un aller-retour. */
export async function allerA(feuille: string, adresse: string): Promise<void> {
  await Excel.run(async (context) => {
    const cible = context.workbook.worksheets.getItem(feuille);
    cible.activate();
    cible.getRange(adresse).select();
    await context.sync();
  });
}
