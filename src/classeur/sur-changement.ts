/** Silence attendu avant de prévenir : une saisie, un collage ou un tri font plusieurs événements. */
const ANTI_REBOND = 300;

/** Se désabonne ; sans effet si c'est déjà fait. */
type Desabonner = () => Promise<void>;

/**
 * Appelle `rappel` quand le contenu du classeur change, ou que l'utilisateur passe à une autre feuille.
 * Nos propres écritures ne comptent pas.
 */
export async function surChangement(rappel: () => void): Promise<Desabonner> {
  const differe = differer(rappel, ANTI_REBOND);

  return Excel.run(async (context) => {
    const feuilles = context.workbook.worksheets;
    const abonnements = [
      feuilles.onChanged.add(({ triggerSource }) => {
        if (triggerSource !== "ThisLocalAddin") differe.demander();
        return Promise.resolve();
      }),
      feuilles.onActivated.add(() => {
        differe.demander();
        return Promise.resolve();
      }),
    ];
    await context.sync();

    let abonne = true;
    return async () => {
      if (!abonne) return;
      abonne = false;
      differe.annuler();
      await desabonner(context, abonnements);
    };
  });
}

/** Un abonnement ne se retire que dans le contexte qui l'a posé. */
async function desabonner(
  origine: Excel.RequestContext,
  abonnements: readonly { remove(): void }[]
): Promise<void> {
  await Excel.run(origine, async (context) => {
    for (const abonnement of abonnements) abonnement.remove();
    await context.sync();
  });
}

function differer(rappel: () => void, delai: number): { demander(): void; annuler(): void } {
  let attente: ReturnType<typeof setTimeout> | undefined;
  const annuler = (): void => clearTimeout(attente);
  return {
    annuler,
    demander() {
      annuler();
      attente = setTimeout(rappel, delai);
    },
  };
}
