ASCII SPSS PORT FILE                    ASCII SPSS PORT FILE                    
ASCII SPSS PORT FILE                    ASCII SPSS PORT FILE                    
ASCII SPSS PORT FILE                    0000000000000000000000000000000000000000
0000000000000000000000000123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrst
uvwxyz .<(+|&[]!$*);^-/|,%_>?`:$@'="000000~-0000123456789000-()0{}\0000000000000
00000000000000000000000000000000000000000000000000000000SPSSPORTA8/202111086/120
0001E/GNU pspp 1.6.23J/x86_64-pc-linux-gnu4G/5B/70/5/DATUM19/A/0/19/A/0/CA/Svars
datum71A/6/INSATS1/1A/0/1/1A/0/C6/Insats70/4/KÖN5/1/0/5/1/0/C4/Kön70/3/TID5/2/
0/5/2/0/C1T/Får stödet du ger till deltagarna ta den tid som behövs?70/8/PLAN
ERIN5/2/0/5/2/0/C3C/Finns det en tillräcklig planering för deltagarna för vad
 som ska hända när de avslutat insatsen?70/7/LYSSNAR5/2/0/5/2/0/C2E/Upplever d
u att de du samverkar med hos andra myndigheter lyssnar på dig?70/8/TILLFORA5/2
/0/5/2/0/C2N/Upplever du att de du samverkar med hos andra myndigheter vet vad d
u kan tillföra?70/8/ERFARENH5/2/0/5/2/0/C2L/Tas erfarenheter, kunskaper och syn
punkter från deltagare systematiskt tillvara?70/7/RUTINER5/2/0/5/2/0/C3F/Har ni
 rutiner för att samarbeta med andra aktörer i arbetet när det gäller insats
er för deltagarna?70/8/STRUKTUR5/2/0/5/2/0/C3G/Har ni strukturer för att initi
era, upprätthålla och underhålla relationer mellan inblandade aktörer?70/7/S
YNSATT5/2/0/5/2/0/C3L/Omfattas det synsätt ni har angående människors resurse
r och möjligheter av alla i den samordnade insatsen?70/8/ARBETSSA5/2/0/5/2/0/C2
J/Fungerar de olika arbetssätt ni har i den samordnade insatsen bra tillsammans
?70/8/JAMSTALL5/2/0/5/2/0/C2R/Har ni rutiner för att arbeta med jämställdhet,
 jämlikhet och mångfald i insatsen?70/7/LARANDE5/2/0/5/2/0/C36/Avsätts tid ti
ll lärande och reflektion kopplat till jämställdhet, jämlikhet och mångfald
?78F/8/KOMMENTA1/8F/0/1/8F/0/C13/Är det något mer du vill säga?71A/5/EPOST1/1
A/0/1/1A/0/C6/E-postD1/4/KÖN3/1/6/Kvinna2/3/Man3/5/AnnatD1/3/TID8/1/6/Aldrig2/7
/Sällan3/6/Ibland4/4/Ofta5/E/För det mesta6/6/Alltid8/6/Vet ej9/B/Ej aktuelltD
1/8/PLANERIN8/1/6/Aldrig2/7/Sällan3/6/Ibland4/4/Ofta5/E/För det mesta6/6/Allti
d8/6/Vet ej9/B/Ej aktuelltD1/7/LYSSNAR8/1/6/Aldrig2/7/Sällan3/6/Ibland4/4/Ofta5
/E/För det mesta6/6/Alltid8/6/Vet ej9/B/Ej aktuelltD1/8/TILLFORA8/1/6/Aldrig2/7
/Sällan3/6/Ibland4/4/Ofta5/E/För det mesta6/6/Alltid8/6/Vet ej9/B/Ej aktuelltD
1/8/ERFARENH8/1/9/Inte alls2/E/Till liten del3/6/Delvis4/D/Till stor del5/K/Till
 mycket stor del6/G/Helt och hållet8/6/Vet ej9/B/Ej aktuelltD1/7/RUTINER8/1/9/I
nte alls2/E/Till liten del3/6/Delvis4/D/Till stor del5/K/Till mycket stor del6/G
/Helt och hållet8/6/Vet ej9/B/Ej aktuelltD1/8/STRUKTUR8/1/9/Inte alls2/E/Till l
iten del3/6/Delvis4/D/Till stor del5/K/Till mycket stor del6/G/Helt och hållet8
/6/Vet ej9/B/Ej aktuelltD1/7/SYNSATT8/1/9/Inte alls2/E/Till liten del3/6/Delvis4
/D/Till stor del5/K/Till mycket stor del6/G/Helt och hållet8/6/Vet ej9/B/Ej akt
uelltD1/8/ARBETSSA8/1/9/Inte alls2/E/Till liten del3/6/Delvis4/D/Till stor del5/
K/Till mycket stor del6/G/Helt och hållet8/6/Vet ej9/B/Ej aktuelltD1/8/JAMSTALL
8/1/9/Inte alls2/E/Till liten del3/6/Delvis4/D/Till stor del5/K/Till mycket stor
 del6/G/Helt och hållet8/6/Vet ej9/B/Ej aktuelltD1/7/LARANDE8/1/9/Inte alls2/E/
Till liten del3/6/Delvis4/D/Till stor del5/K/Till mycket stor del6/G/Helt och h�
�llet8/6/Vet ej9/B/Ej aktuelltFJ022C00/1A/SamMA-projektet                       
  1/6/5/3/4/6/5/4/5/6/4/3/8F/Bra stöd; men "för kort" tid.
Vi behöver mer tid
 – särskilt på våren.                                                      
                                                                                
                                            1A/svar01@exempel.invalid           
       J022C00/1A/SamMA-projektet                         2/5/4/3/5/4/4/6/5/5/3/
4/8F/                                                                           
                                                                                
                                                                                
                    1A/svar02@exempel.invalid                  J025I00/1A/SamMA-
projektet                         1/4/3/4/6/5/5/6/4/6/5/8/8F/=1+1               
                                                                                
                                                                                
                                                                            1A/s
var03@exempel.invalid                  J025I00/1A/SamMA-projektet               
          1/6/*.5/5/6/5/6/6/6/5/4/8F/007                                        
                                                                                
                                                                                
                                                    1A/svar04@exempel.invalid   
               J028O00/1A/SamMA-projektet                         2/3/2/4/4/3/3/
4/5/4/3/2/8F/Det här är en lång kommentar, längre än de 255 tecken som en k
ort textvariabel i SPSS rymmer. Vi har arbetat länge med att få tid för refle
ktion, och det märks att både deltagare och kollegor uppskattar det. Däremot 
saknas ännu gemensamma ruti1A/svar05@exempel.invalid                  J02C+3/1A
/SamMA-projektet                         1/6/6/6/6/6/6/6/6/6/6/6/8F/            
                                                                                
                                                                                
                                                                                
   1A/svar06@exempel.invalid                  J02C+3/1A/SamMA-projektet         
                1/8/5/9/6/4/5/3/8/4/5/9/8F/Se  ovan.                            
                                                                                
                                                                                
                                                          1A/svar07@exempel.inva
lid                  J02F600/1A/Samverkansteam, unga vuxna              2/5/4/4/
6/5/6/5/4/5/4/5/8F/Kostar 100 € <per> dag & person                            
                                                                                
                                                                                
                                  1A/svar08@exempel.invalid                  J02
OO00/1A/Samverkansteam, unga vuxna              1/4/3/3/5/4/4/3/4/3/3/2/8F/     
                                                                                
                                                                                
                                                                                
          1A/svar09@exempel.invalid                  J02OO00/1A/Samverkansteam, 
unga vuxna              2/2/1/2/3/2/1/2/3/2/1/1/8F/-                            
                                                                                
                                                                                
                                                                  1A/svar10@exem
pel.invalid                  J02S+3/1A/Samverkansteam, unga vuxna              1
/6/5/5/6/5/5/5/6/5/6/5/8F/Örjans ö, ängens å: ÅÄÖ, é och ü.            
                                                                                
                                                                                
                                         1A/svar11@exempel.invalid              
    J031600/1A/Samverkansteam, unga vuxna              3/*.*.*.*.*.*.*.*.*.*.*.8
F/                                                                              
                                                                                
                                                                                
                 1A/svar12@exempel.invalid                  J034C00/1A/Samverkan
steam, unga vuxna              2/9/8/4/5/*.4/9/8/3/2/1/8F/Första raden

Tredje 
raden, efter en tom.                                                            
                                                                                
                                                                         1A/svar
13@exempel.invalid                  J037I00/1A/Samverkansteam, unga vuxna       
       1/5/4/6/5/6/6/4/5/*.6/4/8F/                                              
                                                                                
                                                                                
                                                 1A/svar14@exempel.invalid      
            J037I00/1A/                                        *.3/4/5/4/5/3/5/4
/5/4/3/8F/                                                                      
                                                                                
                                                                                
                         1A/svar15@exempel.invalid                  ZZZZZZZZZZZZ
