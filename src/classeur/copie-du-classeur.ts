/** Ce qui tient au courant d'une lecture longue, et l'arrête. */
interface SuiviDeLecture {
  /** `part` : ce qui est lu, de 0 à 1. */
  avancer?: (part: number) => void;
  signal?: AbortSignal;
}

/** Le classeur ouvert, tel qu'Excel l'enregistrerait maintenant. */
export interface ClasseurEnOctets {
  /** « Contrat 2026.xlsx » ; sans extension s'il n'a jamais été enregistré. */
  nom: string;
  octets: Uint8Array;
}

/** Excel n'a pas donné le classeur ; rien n'a été modifié. */
class CopieRefusee extends Error {
  /**
   * « CopieInconnue » : cette version ne sait pas le donner. « CopieInterrompue » : il n'a pas pu, cette fois. `cause` : l'erreur d'Office,
   * s'il en dit une.
   */
  constructor(
    readonly code: "CopieInconnue" | "CopieInterrompue",
    cause?: unknown
  ) {
    super(code, { cause });
  }
}

/** Le maximum de `getFileAsync`. */
const TRANCHE = 4 * 1024 * 1024;

/** Cet Excel sait-il donner à un complément les octets de son classeur ? */
function saitDonnerLeClasseur(): boolean {
  return Office.context.requirements.isSetSupported("CompressedFile", "1.1");
}

/**
 * Les octets du classeur ouvert, modifications non enregistrées comprises. Ne modifie rien. Quoi qu'il arrive, le fichier est rendu à
 * Excel, qui n'en prête que deux à la fois.
 * @throws Une erreur de code « CopieInconnue » ou « CopieInterrompue » ; la raison de `suivi.signal` s'il demande l'arrêt.
 */
export async function lireClasseur(suivi: SuiviDeLecture = {}): Promise<ClasseurEnOctets> {
  if (!saitDonnerLeClasseur()) throw new CopieRefusee("CopieInconnue");
  const nom = await lireNom();
  suivi.signal?.throwIfAborted();
  const fichier = await attendre<Office.File>((rappel) =>
    Office.context.document.getFileAsync(Office.FileType.Compressed, { sliceSize: TRANCHE }, rappel)
  );
  try {
    return { nom, octets: await lireTranches(fichier, suivi) };
  } finally {
    // Rendu ou non, ce qui a été lu reste bon.
    await attendre<void>((rappel) => fichier.closeAsync(rappel)).catch(() => undefined);
  }
}

async function lireNom(): Promise<string> {
  return Excel.run(async (context) => {
    const { workbook } = context;
    workbook.load("name");
    await context.sync();
    return workbook.name;
  });
}

async function lireTranches(
  fichier: Office.File,
  { avancer, signal }: SuiviDeLecture
): Promise<Uint8Array> {
  const octets = new Uint8Array(fichier.size);
  let lus = 0;
  for (let rang = 0; rang < fichier.sliceCount; rang++) {
    signal?.throwIfAborted();
    const tranche = await attendre<Office.Slice>((rappel) => fichier.getSliceAsync(rang, rappel));
    const morceau = Uint8Array.from(tranche.data as ArrayLike<number>);
    if (lus + morceau.length > octets.length) throw new CopieRefusee("CopieInterrompue");
    octets.set(morceau, lus);
    lus += morceau.length;
    avancer?.(lus / octets.length);
  }
  signal?.throwIfAborted();
  if (lus < octets.length) throw new CopieRefusee("CopieInterrompue");
  return octets;
}

/** Un appel de l'API commune d'Office, en promesse. */
function attendre<T>(appeler: (rappel: (reponse: Office.AsyncResult<T>) => void) => void) {
  return new Promise<T>((resoudre, rejeter) => {
    appeler(({ status, value, error }) => {
      if (status === Office.AsyncResultStatus.Succeeded) resoudre(value);
      else rejeter(new CopieRefusee("CopieInterrompue", error));
    });
  });
}
