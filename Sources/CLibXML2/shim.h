#include <libxml/xmlversion.h>
// Debian's headers would pull in ICU, whose UErrorCode collides with Foundation's.
#undef LIBXML_ICU_ENABLED
#include <libxml/xmlreader.h>
#include <libxml/SAX2.h>
#include <libxml/relaxng.h>
