import { Button, Dropdown, Field, Option, makeStyles, tokens } from "@fluentui/react-components";
import { useId, useState } from "react";
import { colonnesDe, designer } from "../../contrat";
import { nommerRubrique, typographier } from "../../redaction";
import { lettresDeColonne, type Colonnes, type Rubrique } from "../../tableau";
import { useTextes } from "../commun/textes";
import {
  colonnesOffertes,
  rubriquesDesignables,
  type ColonneOfferte,
} from "./colonnes-de-la-feuille";
import type { Resultat } from "./controler-feuille";
import { NoteDuContrat } from "./note-du-contrat";
import type { ControleDeLaFeuille } from "./use-controle";

const useStyles = makeStyles({
  choix: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalS,
    paddingTop: tokens.spacingVerticalS,
  },
  liste: { minWidth: 0 },
  option: { display: "block", minWidth: 0, overflowWrap: "anywhere" },
  boutons: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
});

/** Ce que l'agent choisit pour une donnée : les lettres d'une colonne, aucune, ou la lecture automatique. */
const AUCUNE = "aucune";
const AUTOMATIQUE = "automatique";
type Choix = Partial<Record<Rubrique, string>>;

interface Props {
  resultat: Resultat;
  colonnes: Colonnes;
  etat: ControleDeLaFeuille;
  fermer: () => void;
}

/** Désigner à la main la colonne de chaque donnée ; « Appliquer » refait le contrôle, et le contrat s'en souvient. */
export default function ChoixDesColonnes({
  resultat,
  colonnes,
  etat,
  fermer,
}: Props): React.JSX.Element {
  const styles = useStyles();
  const textes = useTextes();
  const explication = useId();
  const { feuille, lue, contrat } = resultat;
  const designees = colonnesDe(contrat, feuille);
  const [choix, setChoix] = useState<Choix>(() =>
    Object.fromEntries(
      Object.entries(designees).map(([rubrique, lettres]) => [rubrique, lettres ?? AUCUNE])
    )
  );
  const offertes = colonnesOffertes(lue, colonnes);
  const rubriques = rubriquesDesignables(colonnes, designees);
  const enDouble = doublons(choix);

  const appliquer = (): void => {
    void etat.modifier((connu) =>
      rubriques.reduce(
        (suite, rubrique) => designer(suite, feuille, rubrique, enLettres(choix[rubrique])),
        connu
      )
    );
    fermer();
  };

  return (
    <div className={styles.choix}>
      <p id={explication} className={textes.petiteExplication}>
        {typographier(
          "Désignez la colonne de chaque donnée qui n’est pas lue comme il faut ; laissez les autres en lecture automatique."
        )}
      </p>
      <NoteDuContrat resultat={resultat} etat={etat.contrat} />
      {rubriques.map((rubrique) => {
        const choisi = choix[rubrique] ?? AUTOMATIQUE;
        return (
          <Field
            key={rubrique}
            label={nommerRubrique(rubrique)}
            validationMessage={
              enDouble.has(choisi)
                ? typographier(`La colonne ${choisi} est déjà désignée pour une autre donnée.`)
                : undefined
            }
          >
            <Dropdown
              className={styles.liste}
              size="small"
              value={ecrire(choisi, rubrique, colonnes, offertes)}
              selectedOptions={[choisi]}
              onOptionSelect={(_, { optionValue = AUTOMATIQUE }) =>
                setChoix((avant) => ({ ...avant, [rubrique]: optionValue }))
              }
            >
              <Option value={AUTOMATIQUE}>Lecture automatique</Option>
              <Option value={AUCUNE}>Aucune colonne</Option>
              {offertes.map((offerte) => (
                <Option key={offerte.lettres} value={offerte.lettres} text={nommer(offerte)}>
                  <span className={styles.option}>
                    {nommer(offerte)}
                    <br />
                    <span className={textes.legende}>{offerte.valeurs.join(" · ")}</span>
                  </span>
                </Option>
              ))}
            </Dropdown>
          </Field>
        );
      })}
      <div className={styles.boutons}>
        <Button appearance="primary" disabledFocusable={enDouble.size > 0} onClick={appliquer}>
          Appliquer
        </Button>
        <Button onClick={fermer}>Annuler</Button>
      </div>
    </div>
  );
}

/** Les lettres choisies pour deux données à la fois. */
function doublons(choix: Choix): Set<string> {
  const lettres = Object.values(choix).filter(
    (valeur) => valeur !== AUCUNE && valeur !== AUTOMATIQUE
  );
  return new Set(lettres.filter((valeur, rang) => lettres.indexOf(valeur) !== rang));
}

function enLettres(choisi: string | undefined): string | null | undefined {
  if (choisi === undefined || choisi === AUTOMATIQUE) return undefined;
  return choisi === AUCUNE ? null : choisi;
}

function nommer({ lettres, titre }: ColonneOfferte): string {
  return titre === "" ? `${lettres} (sans titre)` : `${lettres} – ${titre}`;
}

/** Ce que la liste fermée montre : en lecture automatique, la colonne reconnue. */
function ecrire(
  choisi: string,
  rubrique: Rubrique,
  colonnes: Colonnes,
  offertes: readonly ColonneOfferte[]
): string {
  if (choisi === AUCUNE) return "Aucune colonne";
  const lue = colonnes[rubrique];
  if (choisi !== AUTOMATIQUE) {
    const offerte = offertes.find(({ lettres }) => lettres === choisi);
    return offerte ? nommer(offerte) : choisi;
  }
  // Désignée à la main jusqu'ici : ce que donnerait la lecture automatique ne se sait qu'en l'appliquant.
  if (lue?.confiance === "donnee") return "Lecture automatique";
  return lue
    ? `Automatique : ${nommer({ lettres: lettresDeColonne(lue.colonne), titre: lue.titre, valeurs: [] })}`
    : "Automatique : aucune colonne lue";
}
