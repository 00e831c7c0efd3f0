import { BAREMES, VERIFICATION, estCeAReverifier } from "../regles";
import { ecrireDate } from "./article";
import type { Message } from "./message";
import { enumerer, typographier } from "./typographie";

/** Ce qui a été vérifié de la loi, quand, et ce qui ne l'a pas été. */
export function etatDeLaVerification(): string {
  const { releveDans, verifieLe, article, redaction, suiviJusquau, nonLusMotAMot } = VERIFICATION;
  return typographier(
    `Barème relevé dans le ${releveDans}, relu le ${ecrireDate(verifieLe)}. Article ${article} (${redaction}), suivi jusqu'au ${ecrireDate(suiviJusquau)} ; ses paragraphes ${enumerer(nonLusMotAMot, "et")} n'ont pas été lus mot à mot.${aConfirmer()}`
  );
}

function aConfirmer(): string {
  const periodes = Object.values(BAREMES).flatMap(({ aConfirmer, periode }) =>
    aConfirmer ? [periode] : []
  );
  return periodes.length > 0 ? ` À confirmer sur Légifrance pour ${enumerer(periodes, "et")}.` : "";
}

/** Le rappel dû à ce jour (« AAAA-MM-JJ »), quand la dernière vérification a plus d'un an ; `null` avant. */
export function rappelDeVerification(jour: string): Message | null {
  if (!estCeAReverifier(jour)) return null;
  return {
    quoi: typographier(
      `Le barème n'a pas été vérifié depuis le ${ecrireDate(VERIFICATION.verifieLe)}.`
    ),
    pourquoi: typographier("Passé un an, la loi a pu changer sans que ces calculs le sachent."),
    queFaire: typographier(
      "Relisez l'article L. 302-8 sur Légifrance avant de signer, et demandez une version à jour du complément."
    ),
  };
}
