import {
  Field,
  SearchBox,
  ToggleButton,
  makeStyles,
  mergeClasses,
  shorthands,
  tokens,
  useArrowNavigationGroup,
} from "@fluentui/react-components";
import type { Constat } from "../../controle";
import { ecrireCompte } from "../../redaction";
import { useTextes } from "../commun/textes";
import type { Filtre } from "./filtre";
import { parGravite } from "./grouper";

const useStyles = makeStyles({
  gravites: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalXS },
  bouton: {
    minWidth: 0,
    paddingLeft: tokens.spacingHorizontalS,
    paddingRight: tokens.spacingHorizontalS,
  },
  choisi: {
    ...shorthands.borderColor(tokens.colorCompoundBrandStroke),
    ":hover": shorthands.borderColor(tokens.colorCompoundBrandStrokeHover),
  },
  recherche: { maxWidth: "none" },
});

/** Au-delà, chercher une commune va plus vite que faire défiler. */
const CONSTATS_D_UN_COUP_D_OEIL = 8;

/** Vrai s'il y a de quoi filtrer : plusieurs gravités, ou trop de constats pour un coup d'œil. */
export function estFiltrable(constats: readonly Constat[]): boolean {
  const gravites = new Set(constats.map(({ gravite }) => gravite));
  return gravites.size > 1 || constats.length > CONSTATS_D_UN_COUP_D_OEIL;
}

interface Props {
  constats: readonly Constat[];
  /** Combien le filtre en garde. */
  gardes: number;
  filtre: Filtre;
  filtrer: (filtre: Filtre) => void;
}

/** De quoi n'afficher qu'une gravité, ou qu'une commune ; le compte obtenu est annoncé. */
export function BarreDeFiltre({ constats, gardes, filtre, filtrer }: Props): React.JSX.Element {
  const styles = useStyles();
  const textes = useTextes();
  const fleches = useArrowNavigationGroup({ axis: "horizontal", circular: true });
  const { erreur, avertissement, information } = parGravite(constats);
  const gravites = [
    { gravite: "toutes", nom: "Tous", nombre: constats.length },
    { gravite: "erreur", nom: "Erreurs", nombre: erreur.length },
    { gravite: "avertissement", nom: "Avertissements", nombre: avertissement.length },
    { gravite: "information", nom: "Infos", nombre: information.length },
  ] as const;
  const choisie = gravites.find(({ gravite, nombre }) => gravite === filtre.gravite && nombre > 0);
  return (
    <>
      <div
        role="toolbar"
        aria-label="Filtrer les constats"
        className={styles.gravites}
        {...fleches}
      >
        {gravites.map(
          ({ gravite, nom, nombre }) =>
            nombre > 0 && (
              <ToggleButton
                key={gravite}
                className={mergeClasses(
                  styles.bouton,
                  gravite === (choisie?.gravite ?? "toutes") && styles.choisi
                )}
                size="small"
                shape="circular"
                checked={gravite === (choisie?.gravite ?? "toutes")}
                onClick={() => filtrer({ ...filtre, gravite })}
              >
                {nom}, {nombre}
              </ToggleButton>
            )
        )}
      </div>
      {constats.length > CONSTATS_D_UN_COUP_D_OEIL && (
        <Field label="Filtrer par commune" size="small">
          <SearchBox
            className={styles.recherche}
            value={filtre.commune}
            dismiss={{ "aria-label": "Effacer la recherche" }}
            onChange={(_, { value }) => filtrer({ ...filtre, commune: value })}
          />
        </Field>
      )}
      <p role="status" className={textes.legende}>
        {gardes < constats.length &&
          `${ecrireCompte(gardes, "constat montré", "constats montrés")} sur ${constats.length}`}
      </p>
    </>
  );
}
